package org.gruve.core.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gruve.core.block.Block;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlags;

/**
 * What a block must be with a look at what it spends, in the order of Bitcoin Core's ConnectBlock
 * where scripts are checked beside: all transactions, the coinbase's value, then the scripts, which
 * whoever is told of what is spent runs meanwhile. Good for one block.
 */
final class BlockConnection {
  private final Network network;
  private final Block block;
  private final Context context;
  private final OptionalInt height;
  private final BlockCoins coins;
  private final ScriptFlags flags;
  private final boolean sequenceLocks;
  private final CoinTally tally;
  private long fees;
  private long sigOpCost;

  BlockConnection(Network network, Block block, Context context) {
    this.network = network;
    this.block = block;
    this.context = context;
    this.height = context.height();
    this.coins = new BlockCoins(context.coins(), block.transactions(), height);
    Hash256 hash = block.header().hash();
    this.flags = BlockScriptFlags.of(network, height.orElse(0), hash);
    this.sequenceLocks = height.isEmpty() || height.getAsInt() >= network.heights().csv();
    this.tally = new CoinTally(context.coins().isWhole());
  }

  /** The flags with which the scripts are to be run; without a height only those of any height. */
  ScriptFlags flags() {
    return flags;
  }

  /** Whether it spends something that was looked up, and not made in this block. */
  boolean spendsOlder() {
    return coins.foundBefore();
  }

  /** Whether coinbases name heights, and so differ from all before. */
  boolean isAfterBip34() {
    return height.isPresent() && height.getAsInt() >= network.heights().bip34();
  }

  /**
   * All rules but the scripts, for a block that is valid in itself.
   *
   * @param scripts is told of what each transaction spends whose other rules are kept
   */
  Verdict check(Consumer<Spend> scripts) {
    if (block.header().hash().equals(network.genesisHeader().hash())) {
      return Verdict.valid();
    }
    return checkOverwrite()
        .then(() -> checkTransactions(scripts))
        .then(() -> tally.unchecked(context))
        .then(this::checkCoinbaseValue);
  }

  private Verdict checkOverwrite() {
    if (!context.coins().isWhole()) {
      return isAfterBip34()
          ? Verdict.valid()
          : Verdict.unchecked(Clause.NO_OVERWRITE, Missing.COIN_SET);
    }
    if (context.ancestors().isPresent()) {
      Hash256 hash = block.header().hash();
      return Bip30.isEnforced(network, context.ancestors().get(), hash)
          ? Bip30.check(block, context.coins())
          : Verdict.valid();
    }
    Verdict verdict = Bip30.check(block, context.coins());
    return verdict.isValid() ? verdict : Verdict.unchecked(Clause.NO_OVERWRITE, Missing.PARENT);
  }

  private Verdict checkTransactions(Consumer<Spend> scripts) {
    List<Transaction> transactions = block.transactions();
    for (int i = 0; i < transactions.size(); i++) {
      Transaction transaction = transactions.get(i);
      Verdict verdict =
          transaction.isCoinbase() ? countSigOps(transaction) : checkSpend(i, transaction, scripts);
      if (!verdict.isValid()) {
        return verdict.at(Verdict.Place.of(i, transaction));
      }
      coins.update(transaction);
    }
    return Verdict.valid();
  }

  private Verdict countSigOps(Transaction coinbase) {
    sigOpCost += SigOpRules.cost(coinbase, List.of(), flags);
    return checkSigOps();
  }

  private Verdict checkSpend(int index, Transaction transaction, Consumer<Spend> scripts) {
    Optional<Spend> found = coins.look(index, transaction);
    if (found.isEmpty()) {
      return missing(index, transaction);
    }
    Spend spend = found.get();
    tally.add(spend);
    Verdict verdict =
        TxInputs.check(spend, height)
            .then(() -> addFee(spend))
            .then(() -> checkSequenceLocks(spend))
            .then(
                () -> {
                  sigOpCost += SigOpRules.cost(transaction, spend.coins(), flags);
                  return checkSigOps();
                });
    if (verdict.isValid()) {
      scripts.accept(spend);
    }
    return verdict;
  }

  private Verdict missing(int index, Transaction transaction) {
    List<TxIn> inputs = transaction.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (coins.isMissing(inputs.get(i).prevout())) {
        return Verdict.invalid(
                Clause.INPUTS_EXIST,
                "output "
                    + Integer.toUnsignedString(inputs.get(i).prevout().index())
                    + " of "
                    + inputs.get(i).prevout().txid()
                    + " is missing or spent")
            .at(Verdict.Place.of(index, transaction, i));
      }
    }
    throw new IllegalStateException("all inputs are there");
  }

  private Verdict addFee(Spend spend) {
    OptionalLong fee = TxInputs.fee(spend);
    fees += fee.orElse(0);
    return TxInputs.moneyRange(fees)
        ? Verdict.valid()
        : Verdict.invalid(Clause.FEES_IN_RANGE, "the fees so far are " + fees);
  }

  private Verdict checkSequenceLocks(Spend spend) {
    if (!sequenceLocks) {
      return Verdict.valid();
    }
    Verdict verdict =
        SequenceLocks.calculate(spend.transaction(), spend.coins(), context).evaluate(context);
    tally.addLocks(verdict);
    return verdict.isValid() ? Verdict.valid() : verdict;
  }

  private Verdict checkSigOps() {
    return sigOpCost <= SigOpRules.MAX_BLOCK_SIGOPS_COST
        ? Verdict.valid()
        : Verdict.invalid(
            Clause.SIGOP_COST, "signature operations cost " + sigOpCost + ", over 80000");
  }

  private Verdict checkCoinbaseValue() {
    if (height.isEmpty()) {
      return Verdict.unchecked(Clause.COINBASE_VALUE, Missing.HEIGHT);
    }
    Verdict verdict = BlockRules.checkCoinbaseValue(network, block, height.getAsInt(), fees);
    return verdict.isValid() || tally.unknownCoins() == 0
        ? verdict
        : Verdict.unchecked(Clause.COINBASE_VALUE, Missing.FEES);
  }
}
