package org.gruve.core.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Clause.Scope;
import org.gruve.core.check.InputScripts.Outcome;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.SpotChecks;

/**
 * Asks of a transaction alone, as if it stood in the block that the context describes, all that can
 * be asked with what is known. What cannot be asked is said in the report, with the reason.
 */
public final class TransactionValidation {
  private final Network network;
  private final InputScripts scripts;

  /** Verifies signatures by these means; the executor runs scripts in parallel. */
  public TransactionValidation(Network network, SpotChecks signatures, Executor executor) {
    this.network = network;
    this.scripts = new InputScripts(signatures, executor);
  }

  /** Runs scripts with the flags of the context's height, or without one with today's. */
  public Report check(Transaction transaction, Context context) {
    int height = context.height().orElse(Integer.MAX_VALUE);
    ScriptFlags flags = BlockScriptFlags.of(network, height, Hash256.ZERO);
    List<String> assumed = new ArrayList<>();
    if (context.height().isEmpty()) {
      assumed.add("script flags " + flags + ", as in today's blocks");
    }
    return check(transaction, context, flags, assumed);
  }

  /** Runs scripts with chosen flags, which may be flags of policy. */
  public Report check(Transaction transaction, Context context, ScriptFlags flags) {
    return check(transaction, context, flags, new ArrayList<>());
  }

  private Report check(
      Transaction transaction, Context context, ScriptFlags flags, List<String> assumed) {
    List<Clause> clauses = Clause.of(network, EnumSet.of(Scope.TRANSACTION));
    int inputs = transaction.isCoinbase() ? 0 : transaction.inputs().size();
    OptionalLong cutoff = context.ancestors().map(MedianTime::past).orElseGet(OptionalLong::empty);
    Verdict alone =
        TransactionRules.checkTransaction(transaction)
            .then(() -> FinalRules.checkFinal(transaction, context.height(), cutoff));
    if (!alone.isValid() || inputs == 0) {
      return Report.of(alone, clauses, assumed, 0, inputs);
    }
    BlockCoins coins = new BlockCoins(context.coins(), List.of(transaction), context.height());
    Optional<Spend> spend = coins.look(0, transaction);
    if (spend.isEmpty()) {
      Verdict missing = Verdict.invalid(Clause.INPUTS_EXIST, "it spends what is missing or spent");
      return Report.of(alone.then(() -> missing), clauses, assumed, 0, inputs);
    }
    if (!context.coins().isWhole() && coins.foundBefore()) {
      assumed.add(Assumptions.NAMED_COINS);
    }
    return spend(spend.get(), context, flags, alone, assumed);
  }

  private Report spend(
      Spend spend, Context context, ScriptFlags flags, Verdict alone, List<String> assumed) {
    List<Clause> clauses = Clause.of(network, EnumSet.of(Scope.TRANSACTION));
    int inputs = spend.coins().size();
    Verdict spending = alone.then(() -> checkSpend(spend, context));
    if (!spending.isValid()) {
      return Report.of(spending, clauses, assumed, 0, inputs);
    }
    Outcome outcome = scripts.run(spend, flags);
    Verdict whole =
        spending.then(
            () ->
                BlockScriptFlags.isBinding(flags)
                    ? ScriptVerdicts.ofBlock(outcome, inputs)
                    : ScriptVerdicts.ofPolicy(outcome, inputs));
    return Report.of(whole, clauses, assumed, outcome.verified(), inputs);
  }

  private Verdict checkSpend(Spend spend, Context context) {
    CoinTally tally = new CoinTally(context.coins().isWhole());
    tally.add(spend);
    return TxInputs.check(spend, context.height())
        .then(
            () -> {
              Verdict locks = locks(spend, context);
              tally.addLocks(locks);
              return locks.isValid() ? Verdict.valid() : locks;
            })
        .then(() -> tally.unchecked(context));
  }

  private Verdict locks(Spend spend, Context context) {
    boolean active =
        context.height().isEmpty() || context.height().getAsInt() >= network.heights().csv();
    return active
        ? SequenceLocks.calculate(spend.transaction(), spend.coins(), context).evaluate(context)
        : Verdict.valid();
  }
}
