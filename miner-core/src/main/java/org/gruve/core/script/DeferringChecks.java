package org.gruve.core.script;

/** Writes rows down for a batch, those apart that are not expected to hold. */
final class DeferringChecks implements SignatureChecks {
  private final SignatureRows rows;
  private final ExactChecks exact;

  DeferringChecks(SignatureRows rows, ExactChecks exact) {
    this.rows = rows;
    this.exact = exact;
  }

  @Override
  public boolean holds(byte kind, byte[] key, byte[] message, byte[] signature, boolean expected) {
    if (!expected) {
      return exact.holds(kind, key, message, signature, false);
    }
    rows.add(kind, key, message, signature);
    return true;
  }
}
