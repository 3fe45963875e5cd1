package org.gruve.core.script;

import org.gruve.core.block.Transaction;

/** BIP65 and BIP112, and the operations that do nothing yet. */
final class LockTimeOps {
  private static final long LOCKTIME_THRESHOLD = 500_000_000;
  private static final long SEQUENCE_LOCKTIME_DISABLE_FLAG = 1L << 31;
  private static final int SEQUENCE_LOCKTIME_TYPE_FLAG = 1 << 22;
  private static final int SEQUENCE_LOCKTIME_MASK = 0xffff;
  private static final int SEQUENCE_FINAL = -1;

  private LockTimeOps() {}

  static void run(int opcode, Evaluation evaluation) throws ScriptFailure {
    if (opcode == Op.OP_CHECKLOCKTIMEVERIFY) {
      if (evaluation.has(ScriptFlag.CHECKLOCKTIMEVERIFY)) {
        checkLockTimeVerify(evaluation);
      }
    } else if (opcode == Op.OP_CHECKSEQUENCEVERIFY) {
      if (evaluation.has(ScriptFlag.CHECKSEQUENCEVERIFY)) {
        checkSequenceVerify(evaluation);
      }
    } else {
      boolean free = !evaluation.has(ScriptFlag.DISCOURAGE_UPGRADABLE_NOPS);
      ScriptFailure.unless(free, ScriptError.DISCOURAGE_UPGRADABLE_NOPS);
    }
  }

  private static void checkLockTimeVerify(Evaluation evaluation) throws ScriptFailure {
    boolean reached = checkLockTime(operand(evaluation), evaluation.checker);
    ScriptFailure.unless(reached, ScriptError.UNSATISFIED_LOCKTIME);
  }

  private static void checkSequenceVerify(Evaluation evaluation) throws ScriptFailure {
    long sequence = operand(evaluation);
    if ((sequence & SEQUENCE_LOCKTIME_DISABLE_FLAG) == 0) {
      boolean reached = checkSequence(sequence, evaluation.checker);
      ScriptFailure.unless(reached, ScriptError.UNSATISFIED_LOCKTIME);
    }
  }

  private static long operand(Evaluation evaluation) throws ScriptFailure {
    evaluation.stack.need(1);
    byte[] top = evaluation.stack.top(1);
    long value = ScriptNumber.decode(top, evaluation.minimal, ScriptNumber.LOCK_TIME);
    ScriptFailure.unless(value >= 0, ScriptError.NEGATIVE_LOCKTIME);
    return value;
  }

  private static boolean checkLockTime(long wanted, InputChecker checker) {
    long lockTime = Integer.toUnsignedLong(checker.transaction().lockTime());
    boolean sameKind = (lockTime < LOCKTIME_THRESHOLD) == (wanted < LOCKTIME_THRESHOLD);
    // A final input would switch the transaction's lock time off.
    return sameKind && wanted <= lockTime && checker.sequence() != SEQUENCE_FINAL;
  }

  private static boolean checkSequence(long wanted, InputChecker checker) {
    Transaction transaction = checker.transaction();
    int sequence = checker.sequence();
    if (Integer.compareUnsigned(transaction.version(), 2) < 0
        || (sequence & SEQUENCE_LOCKTIME_DISABLE_FLAG) != 0) {
      return false;
    }
    int mask = SEQUENCE_LOCKTIME_TYPE_FLAG | SEQUENCE_LOCKTIME_MASK;
    int has = sequence & mask;
    int needs = (int) wanted & mask;
    boolean sameKind = ((has ^ needs) & SEQUENCE_LOCKTIME_TYPE_FLAG) == 0;
    return sameKind && needs <= has;
  }
}
