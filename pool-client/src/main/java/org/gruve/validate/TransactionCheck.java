package org.gruve.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Report;
import org.gruve.core.check.TransactionValidation;
import org.gruve.core.script.ScriptFlags;

/** Checks one transaction with whatever is known besides it. */
public final class TransactionCheck {
  private final Network network;
  private final Means means;
  private final OptionalInt height;
  private final Optional<ScriptFlags> flags;

  /**
   * By the rules of a network.
   *
   * @param height of the block that it is or would be in
   * @param flags to run scripts with, instead of that height's
   */
  public TransactionCheck(
      Network network, Means means, OptionalInt height, Optional<ScriptFlags> flags) {
    this.network = network;
    this.means = means;
    this.height = height;
    this.flags = flags;
  }

  /**
   * Checks the bytes of a transaction.
   *
   * @param source says what it spends
   * @param before the headers before its block, where they are known; asked without a height only
   */
  public Result check(
      byte[] bytes,
      Function<Transaction, Prevouts> source,
      Function<Transaction, Optional<Ancestors>> before) {
    Transaction transaction;
    try {
      transaction = Transaction.parse(bytes);
    } catch (FormatException e) {
      return BlockCheck.undecodable("transaction", Clause.TRANSACTION_FORMAT, e, network);
    }
    Prevouts prevouts = source.apply(transaction);
    Context context = context(before, transaction).withCoins(prevouts);
    prevouts.requireBefore(context.height());
    Findings findings = new Findings();
    findings.add(report(transaction, context));
    BlockCheck.assume(findings, context, network);
    return new Result("transaction", findings, facts(transaction, context, prevouts));
  }

  private Context context(
      Function<Transaction, Optional<Ancestors>> before, Transaction transaction) {
    if (height.isPresent()) {
      return Context.NONE.withHeight(height.getAsInt());
    }
    return before.apply(transaction).map(Context.NONE::withAncestors).orElse(Context.NONE);
  }

  private Report report(Transaction transaction, Context context) {
    TransactionValidation validation =
        new TransactionValidation(network, means.signatures(), means.executor());
    return flags.isPresent()
        ? validation.check(transaction, context, flags.get())
        : validation.check(transaction, context);
  }

  private Map<String, Object> facts(Transaction transaction, Context context, Prevouts prevouts) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.id());
    facts.put("txid", transaction.txid().display());
    facts.put("wtxid", transaction.wtxid().display());
    context.height().ifPresent(known -> facts.put("height", (long) known));
    facts.put("outputs", (long) transaction.outputs().size());
    facts.put("weight", (long) transaction.weight());
    flags.ifPresent(these -> facts.put("flags", these.toString()));
    if (!prevouts.coins().isEmpty()) {
      facts.put("prevouts", prevouts.format().toString());
    }
    return facts;
  }
}
