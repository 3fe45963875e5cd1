package org.gruve.core.script;

/** Asks a verifier row by row. */
final class ExactChecks implements SignatureChecks {
  private final SignatureVerifier verifier;
  private final SignatureRows row = new SignatureRows(1);

  ExactChecks(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public boolean holds(byte kind, byte[] key, byte[] message, byte[] signature, boolean expected) {
    row.clear();
    row.add(kind, key, message, signature);
    return verifier.verify(row).get(0);
  }

  @Override
  public void failed() {
    // The verifier is believed, so nothing is to be asked again.
  }
}
