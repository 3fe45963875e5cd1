package org.gruve.core.check;

import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/**
 * What blocks must be without a look at what their transactions spend, in Bitcoin Core's functions
 * and order (validation.cpp, CheckBlock, ContextualCheckBlock, and the end of ConnectBlock).
 */
public final class BlockRules {
  static final int WITNESS_SCALE_FACTOR = 4;
  static final int MAX_BLOCK_WEIGHT = 4_000_000;

  private BlockRules() {}

  /** All rules for a block whose parent is the last of {@code chain} (Core: AcceptBlock). */
  public static Verdict acceptBlock(Network network, Block block, Ancestors chain, long now) {
    return HeaderRules.acceptBlockHeader(network, block.header(), chain, now)
        .then(() -> checkBlock(network, block))
        .then(() -> contextualCheckBlock(network, block, chain));
  }

  /** What can be said of a block alone. */
  static Verdict checkBlock(Network network, Block block) {
    return HeaderRules.checkBlockHeader(network, block.header())
        .then(() -> checkMerkleRoot(block))
        .then(() -> checkSize(block))
        .then(() -> checkCoinbase(block.transactions()))
        .then(() -> checkTransactions(block.transactions()))
        .then(() -> unchecked(network));
  }

  /** What the ancestors demand of a block, its header apart. */
  static Verdict contextualCheckBlock(Network network, Block block, Ancestors chain) {
    int height = chain.height() + 1;
    return checkFinal(network, block, chain)
        .then(() -> checkCoinbaseHeight(network, block, height))
        .then(
            () ->
                WitnessCommitment.checkWitnessMalleation(
                    block, height >= network.heights().segwit()))
        .then(() -> checkWeight(block));
  }

  /**
   * Whether the coinbase of a block that {@link #checkBlock} found valid takes no more than the
   * subsidy and these fees, in satoshis.
   */
  public static Verdict checkCoinbaseValue(Network network, Block block, int height, long fees) {
    long most = Subsidy.at(network, height) + fees;
    List<TxOut> outputs = block.transactions().getFirst().outputs();
    long taken = outputs.stream().mapToLong(TxOut::value).sum();
    return taken <= most
        ? Verdict.valid()
        : Verdict.invalid(
            "bad-cb-amount", "the coinbase takes " + taken + " where " + most + " are allowed");
  }

  private static Verdict checkMerkleRoot(Block block) {
    MerkleTree.Root root = MerkleTree.root(block.txids());
    if (!root.hash().equals(block.header().merkleRoot())) {
      return Verdict.mutated(
          "bad-txnmrklroot",
          "the transactions' merkle root is " + root.hash() + ", not the header's");
    }
    return root.mutated()
        ? Verdict.mutated("bad-txns-duplicate", "transactions are repeated under the same root")
        : Verdict.valid();
  }

  private static Verdict checkSize(Block block) {
    long most = MAX_BLOCK_WEIGHT / WITNESS_SCALE_FACTOR;
    int count = block.transactions().size();
    if (count > 0 && count <= most && block.strippedSize() <= most) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        "bad-blk-length",
        count + " transactions, " + block.strippedSize() + " bytes without witnesses");
  }

  private static Verdict checkCoinbase(List<Transaction> transactions) {
    if (!transactions.getFirst().isCoinbase()) {
      return Verdict.invalid("bad-cb-missing", "the first transaction is not a coinbase");
    }
    return transactions.stream().skip(1).anyMatch(Transaction::isCoinbase)
        ? Verdict.invalid("bad-cb-multiple", "there is more than one coinbase")
        : Verdict.valid();
  }

  private static Verdict checkTransactions(List<Transaction> transactions) {
    return transactions.stream()
        .map(TransactionRules::checkTransaction)
        .filter(verdict -> !verdict.isValid())
        .findFirst()
        .orElseGet(Verdict::valid);
  }

  private static Verdict unchecked(Network network) {
    String always = "signature operations";
    return new Verdict.Valid(
        network == Network.SIGNET ? List.of("signet block signature", always) : List.of(always));
  }

  private static Verdict checkFinal(Network network, Block block, Ancestors chain) {
    int height = chain.height() + 1;
    long time =
        height >= network.heights().csv()
            ? HeaderRules.medianTimePast(chain)
            : Integer.toUnsignedLong(block.header().time());
    return block.transactions().stream().allMatch(tx -> TransactionRules.isFinal(tx, height, time))
        ? Verdict.valid()
        : Verdict.invalid("bad-txns-nonfinal", "a transaction is locked until later");
  }

  private static Verdict checkCoinbaseHeight(Network network, Block block, int height) {
    if (height < network.heights().bip34()) {
      return Verdict.valid();
    }
    Bytes script = block.transactions().getFirst().inputs().getFirst().script();
    return script.startsWith(ScriptPush.number(height))
        ? Verdict.valid()
        : Verdict.invalid("bad-cb-height", "the coinbase does not begin with height " + height);
  }

  static Verdict checkWeight(Block block) {
    int weight = block.weight();
    return weight <= MAX_BLOCK_WEIGHT
        ? Verdict.valid()
        : Verdict.invalid("bad-blk-weight", "weight " + weight + " is over " + MAX_BLOCK_WEIGHT);
  }
}
