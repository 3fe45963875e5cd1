package org.gruve.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whom to trust on a TLS connection. The name of the host must match in any case but that of pins
 * alone.
 *
 * @param authorities a PEM file to trust instead of the system's authorities
 * @param pins SHA-256 hashes of public keys (SubjectPublicKeyInfo) in base64, one of which the
 *     host's own key must have; with pins and no authorities the key alone decides
 */
public record Trust(Optional<Path> authorities, List<String> pins) {
  /** The system's authorities. */
  public static final Trust SYSTEM = new Trust(Optional.empty(), List.of());

  /** Keeps an immutable copy of the pins. */
  public Trust {
    pins = List.copyOf(pins);
  }

  /**
   * Reads the file of authorities, so that what is wrong with it is said before it is needed;
   * IllegalArgumentException with a sentence.
   */
  public void check() {
    authorities.ifPresent(Authorities::certificates);
  }
}
