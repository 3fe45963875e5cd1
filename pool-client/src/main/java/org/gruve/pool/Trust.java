package org.gruve.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom to trust on a TLS connection. The name of the host must match in any case but that of pins
 * alone.
 *
 * @param authorities a PEM file to trust instead of the system's authorities
 * @param pins {@code sha256/} and the base64 of the hash of a public key (SubjectPublicKeyInfo),
 *     one of which the host's own key must have; with pins and no authorities the key alone decides
 */
public record Trust(Optional<Path> authorities, List<String> pins) {
  /** The system's authorities. */
  public static final Trust SYSTEM = new Trust(Optional.empty(), List.of());

  private static final Pattern PIN = Pattern.compile("sha256/[A-Za-z0-9+/]{43}=");

  /** Keeps an immutable copy of the pins; one of another form could match no key. */
  public Trust {
    pins = List.copyOf(pins);
    if (!pins.stream().allMatch(pin -> PIN.matcher(pin).matches())) {
      throw new IllegalArgumentException("a pin is sha256/ and 44 characters of base64");
    }
  }

  /**
   * Reads the file of authorities, so that what is wrong with it is said before it is needed;
   * IllegalArgumentException with a sentence.
   */
  public void check() {
    authorities.ifPresent(Authorities::certificates);
  }
}
