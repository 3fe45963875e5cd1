package org.gruve.core.check;

import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.SigOps;
import org.jspecify.annotations.Nullable;

/** How many signature operations a block may ask for (Core: consensus/tx_verify.cpp). */
final class SigOpRules {
  static final int MAX_BLOCK_SIGOPS_COST = 80_000;

  private SigOpRules() {}

  /** Those of a transaction's own scripts (Core: GetLegacySigOpCount). */
  static long legacySigOpCount(Transaction transaction) {
    long count = 0;
    for (TxIn input : transaction.inputs()) {
      count += SigOps.legacy(input.script());
    }
    for (TxOut output : transaction.outputs()) {
      count += SigOps.legacy(output.script());
    }
    return count;
  }

  /** What can be counted without a look at what is spent (Core: the end of CheckBlock). */
  static Verdict checkLegacy(Block block) {
    long count = block.transactions().stream().mapToLong(SigOpRules::legacySigOpCount).sum();
    return count * BlockRules.WITNESS_SCALE_FACTOR <= MAX_BLOCK_SIGOPS_COST
        ? Verdict.valid()
        : Verdict.invalid(
            Clause.LEGACY_SIGOPS, count + " signature operations where 20000 are allowed");
  }

  /**
   * All that a transaction costs (Core: GetTransactionSigOpCost).
   *
   * @param coins what its inputs spend, in order, null where that is not known; none for a coinbase
   */
  static long cost(Transaction transaction, List<@Nullable Coin> coins, ScriptFlags flags) {
    long cost = legacySigOpCount(transaction) * BlockRules.WITNESS_SCALE_FACTOR;
    for (int i = 0; i < coins.size(); i++) {
      Coin coin = coins.get(i);
      if (coin != null) {
        cost += cost(transaction.inputs().get(i), coin.output(), flags);
      }
    }
    return cost;
  }

  private static long cost(TxIn input, TxOut spent, ScriptFlags flags) {
    long cost = 0;
    if (flags.has(ScriptFlag.P2SH)) {
      cost += (long) SigOps.p2sh(input.script(), spent.script()) * BlockRules.WITNESS_SCALE_FACTOR;
    }
    if (flags.has(ScriptFlag.WITNESS)) {
      cost += SigOps.witness(input.script(), spent.script(), input.witness());
    }
    return cost;
  }
}
