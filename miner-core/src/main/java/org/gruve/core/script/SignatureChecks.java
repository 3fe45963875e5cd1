package org.gruve.core.script;

/**
 * Who decides whether signatures hold while a script runs: a verifier at once, or a batch later.
 * Not for more than one thread at a time.
 */
public sealed interface SignatureChecks permits ExactChecks, DeferringChecks {
  /** Asks a verifier about each signature at once. */
  static SignatureChecks exact(SignatureVerifier verifier) {
    return new ExactChecks(verifier);
  }

  /**
   * Writes signatures to {@code rows} and lets scripts go on as if they held. An outcome, good or
   * bad, is only as good as the rows that were written for it: where one of them does not hold, the
   * script is run again with exact checks. Where a signature likely does not hold, since there are
   * more keys than signatures, the verifier is asked at once.
   */
  static SignatureChecks deferring(SignatureRows rows, SignatureVerifier verifier) {
    return new DeferringChecks(rows, new ExactChecks(verifier));
  }

  /**
   * Whether a row holds.
   *
   * @param kind see {@link SignatureRows}, as for the other arguments
   * @param expected whether the script likely fails if it does not hold
   */
  boolean holds(byte kind, byte[] key33, byte[] message32, byte[] signature64, boolean expected);

  /** A script goes on although some of its signatures do not hold, as a multisig may find. */
  void failed();
}
