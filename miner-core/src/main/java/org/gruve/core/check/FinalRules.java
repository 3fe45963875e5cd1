package org.gruve.core.check;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;

/** Absolute lock times (Core: consensus/tx_verify.cpp, IsFinalTx). */
final class FinalRules {
  private static final long LOCKTIME_THRESHOLD = 500_000_000;

  private FinalRules() {}

  /**
   * Whether its lock time lies before a block at {@code height} whose lock time cutoff is {@code
   * time}, unsigned seconds.
   */
  static boolean isFinal(Transaction transaction, int height, long time) {
    long lock = lock(transaction);
    return lock < (isHeight(lock) ? height : time) || isUnlocked(transaction);
  }

  /** The same as a verdict, which needs the height or the time only where it depends on it. */
  static Verdict checkFinal(Transaction transaction, OptionalInt height, OptionalLong cutoff) {
    long lock = lock(transaction);
    if (isUnlocked(transaction)) {
      return Verdict.valid();
    }
    if (isHeight(lock) ? height.isEmpty() : cutoff.isEmpty()) {
      return Verdict.unchecked(Clause.FINAL, isHeight(lock) ? Missing.HEIGHT : Missing.TIMES);
    }
    return isFinal(transaction, height.orElse(0), cutoff.orElse(0))
        ? Verdict.valid()
        : Verdict.invalid(Clause.FINAL, "a transaction is locked until " + lock);
  }

  private static boolean isUnlocked(Transaction transaction) {
    if (transaction.lockTime() == 0) {
      return true;
    }
    for (TxIn input : transaction.inputs()) {
      if (input.sequence() != TxIn.SEQUENCE_FINAL) {
        return false;
      }
    }
    return true;
  }

  private static long lock(Transaction transaction) {
    return Integer.toUnsignedLong(transaction.lockTime());
  }

  private static boolean isHeight(long lock) {
    return lock < LOCKTIME_THRESHOLD;
  }
}
