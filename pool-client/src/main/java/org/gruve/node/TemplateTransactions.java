package org.gruve.node;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Subsidy;
import org.gruve.core.hash.Hash256;
import tools.jackson.databind.JsonNode;

/**
 * A template's transactions, each compared with what the node says of it.
 *
 * @param fees in order, or empty where the node does not tell all of them
 * @param sigOps what the node says they cost together, as far as it tells
 */
record TemplateTransactions(List<Transaction> list, List<Long> fees, long weight, long sigOps) {
  /** Consensus leaves room for some 16,666 of the smallest. */
  private static final int MOST = 20_000;

  /** No transaction has more bytes: they all count at least once into a block's weight. */
  private static final int MOST_BYTES = 4_000_000;

  private static final int MOST_SIGOPS = 80_000;

  static TemplateTransactions of(TemplateFields fields, long weightLimit) {
    List<Transaction> list = new ArrayList<>();
    List<Long> fees = new ArrayList<>();
    long weight = 0;
    long sigOps = 0;
    int index = 0;
    for (JsonNode element : fields.array("transactions", MOST)) {
      index++;
      TemplateFields said = new TemplateFields(element, "transaction " + index + "'s ");
      Transaction transaction = transaction(said);
      weight += transaction.weight();
      if (weight > weightLimit) {
        throw fields.fault(
            "transactions", "weigh more than its weight limit of " + weightLimit + " allows");
      }
      checkDepends(said, index);
      sigOps += said.optionalInteger("sigops", 0, MOST_SIGOPS).orElse(0);
      said.optionalInteger("fee", 0, Subsidy.MAX_MONEY).ifPresent(fees::add);
      list.add(transaction);
    }
    return new TemplateTransactions(
        List.copyOf(list),
        fees.size() == list.size() ? List.copyOf(fees) : List.of(),
        weight,
        sigOps);
  }

  private static Transaction transaction(TemplateFields said) {
    Transaction transaction;
    try {
      transaction = Transaction.parse(said.hex("data", MOST_BYTES));
    } catch (FormatException e) {
      throw (TemplateException)
          said.fault("data", "is no transaction: " + e.getMessage()).initCause(e);
    }
    if (transaction.isCoinbase()) {
      throw said.fault("data", "is a coinbase, which is ours to make");
    }
    compare(said, "txid", transaction.txid());
    // Servers that know no witnesses have no txid, and their hash is the txid (BIP22, BIP145).
    boolean old = !said.has("txid") && transaction.hasWitness();
    compare(said, "hash", old ? hash(said, transaction) : transaction.wtxid());
    OptionalLong weight = said.optionalInteger("weight", 0, MOST_BYTES);
    if (weight.isPresent() && weight.getAsLong() != transaction.weight()) {
      throw said.fault(
          "weight", "is " + weight.getAsLong() + " where its data weigh " + transaction.weight());
    }
    return transaction;
  }

  /** Either hash of a transaction whose server does not tell the two apart. */
  private static Hash256 hash(TemplateFields said, Transaction transaction) {
    return said.optionalHash("hash").filter(transaction.txid()::equals).isPresent()
        ? transaction.txid()
        : transaction.wtxid();
  }

  private static void compare(TemplateFields said, String name, Hash256 ours) {
    said.optionalHash(name)
        .filter(theirs -> !theirs.equals(ours))
        .ifPresent(
            theirs -> {
              throw said.fault(name, "is " + theirs + " where its data hash to " + ours);
            });
  }

  /** What it spends must come before it; positions count from 1. */
  private static void checkDepends(TemplateFields said, int index) {
    for (JsonNode position : said.array("depends", MOST)) {
      if (!position.isIntegralNumber() || !position.canConvertToInt()) {
        throw said.fault("depends", "holds something that is not a whole number");
      }
      if (position.intValue() < 1 || position.intValue() >= index) {
        throw said.fault("depends", "names " + position.intValue() + ", which is not before it");
      }
    }
  }
}
