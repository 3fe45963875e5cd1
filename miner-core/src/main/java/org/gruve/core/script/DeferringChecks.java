package org.gruve.core.script;

/** Writes rows down for a batch, those apart that are not expected to hold. */
final class DeferringChecks implements SignatureChecks {
  private final SignatureRows rows;
  private final ExactChecks exact;
  private boolean refused;
  private boolean doubtful;

  DeferringChecks(SignatureRows rows, ExactChecks exact) {
    this.rows = rows;
    this.exact = exact;
  }

  @Override
  public boolean holds(byte kind, byte[] key, byte[] message, byte[] signature, boolean expected) {
    if (!expected) {
      boolean holds = exact.holds(kind, key, message, signature, false);
      refused |= !holds;
      return holds;
    }
    rows.add(kind, key, message, signature);
    return true;
  }

  /** What was refused at once is in no row, so nothing else would show that it was wrong. */
  @Override
  public void failed() {
    doubtful |= refused;
  }

  /** Whether the script must be run again, whatever becomes of the rows. */
  boolean isDoubtful() {
    return doubtful;
  }
}
