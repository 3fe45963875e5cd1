package org.gruve.kernels.secp;

import fr.acinq.secp256k1.Secp256k1;
import java.util.Optional;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SignatureSelfTest;
import org.gruve.core.script.SignatureVerifier;

/**
 * What verifies signatures on this machine: libsecp256k1 where it loads and gives known answers,
 * else BouncyCastle, which takes several times as long.
 *
 * @param unavailabilityCause why it is not libsecp256k1
 */
public record Signatures(SignatureVerifier verifier, Optional<Throwable> unavailabilityCause) {
  private static final Signatures BEST = of(Secp256k1Library.loaded());

  /** The choice, made once. */
  public static Signatures best() {
    return BEST;
  }

  /** Whether libsecp256k1 is used. */
  public boolean isAvailable() {
    return unavailabilityCause.isEmpty();
  }

  static Signatures of(Secp256k1Library library) {
    Secp256k1 functions = library.functions();
    if (functions == null) {
      return reference(Optional.ofNullable(library.cause()).orElseThrow());
    }
    SignatureVerifier verifier = new Secp256k1Verifier(functions);
    return SignatureSelfTest.failureOf(verifier)
        .map(failure -> reference(new IllegalStateException(failure)))
        .orElseGet(() -> new Signatures(verifier, Optional.empty()));
  }

  private static Signatures reference(Throwable cause) {
    return new Signatures(new BouncyCastleVerifier(), Optional.of(cause));
  }
}
