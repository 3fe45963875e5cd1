package org.gruve.core.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;

/** What transactions must be without a look at what they spend (Core: consensus/tx_check.cpp). */
final class TransactionRules {
  private static final int COINBASE_SCRIPT_LEAST = 2;
  private static final int COINBASE_SCRIPT_MOST = 100;

  private TransactionRules() {}

  /** What can be said of a transaction alone. */
  static Verdict checkTransaction(Transaction transaction) {
    if (transaction.inputs().isEmpty()) {
      return Verdict.invalid(Clause.HAS_INPUTS, "a transaction has no input");
    }
    if (transaction.outputs().isEmpty()) {
      return Verdict.invalid(Clause.HAS_OUTPUTS, "a transaction has no output");
    }
    long size = transaction.strippedSize();
    if (size * BlockRules.WITNESS_SCALE_FACTOR > BlockRules.MAX_BLOCK_WEIGHT) {
      return Verdict.invalid(Clause.TRANSACTION_SIZE, "a transaction has " + size + " bytes");
    }
    return checkOutputs(transaction.outputs()).then(() -> checkInputs(transaction));
  }

  private static Verdict checkOutputs(List<TxOut> outputs) {
    long total = 0;
    for (TxOut output : outputs) {
      long value = output.value();
      if (value < 0) {
        return Verdict.invalid(Clause.OUTPUT_NOT_NEGATIVE, "an output holds " + value);
      }
      if (value > Subsidy.MAX_MONEY) {
        return Verdict.invalid(Clause.OUTPUT_IN_RANGE, "an output holds " + value);
      }
      total += value;
      if (total > Subsidy.MAX_MONEY) {
        return Verdict.invalid(Clause.OUTPUT_TOTAL_IN_RANGE, "the outputs hold " + total);
      }
    }
    return Verdict.valid();
  }

  private static Verdict checkInputs(Transaction transaction) {
    Set<OutPoint> spent = new HashSet<>();
    for (TxIn input : transaction.inputs()) {
      if (!spent.add(input.prevout())) {
        return Verdict.invalid(
            Clause.INPUTS_DIFFER, "an output of " + input.prevout().txid() + " twice");
      }
    }
    if (transaction.isCoinbase()) {
      int size = transaction.inputs().getFirst().script().size();
      return size >= COINBASE_SCRIPT_LEAST && size <= COINBASE_SCRIPT_MOST
          ? Verdict.valid()
          : Verdict.invalid(
              Clause.COINBASE_SCRIPT_LENGTH, "a coinbase script has 2 to 100 bytes, not " + size);
    }
    return spent.contains(OutPoint.NULL)
        ? Verdict.invalid(Clause.INPUTS_NAME_OUTPUTS, "an input names no output")
        : Verdict.valid();
  }
}
