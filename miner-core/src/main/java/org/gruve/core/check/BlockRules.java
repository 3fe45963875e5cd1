package org.gruve.core.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gruve.core.block.Block;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Place;
import org.gruve.core.check.Verdict.Unchecked;
import org.gruve.core.check.Verdict.Valid;
import org.gruve.core.hash.Bytes;

/**
 * What blocks must be without a look at what their transactions spend, in Bitcoin Core's functions
 * and order (validation.cpp, CheckBlock and ContextualCheckBlock). What the context does not tell
 * is left unchecked. Signet's solution is {@link SignetSolution}'s.
 */
public final class BlockRules {
  static final int WITNESS_SCALE_FACTOR = 4;
  static final int MAX_BLOCK_WEIGHT = 4_000_000;

  private BlockRules() {}

  /** What can be said of a block alone, its header and signet's solution apart. */
  static Verdict checkBlock(Block block) {
    return checkMerkleRoot(block)
        .then(() -> checkSize(block))
        .then(() -> checkCoinbase(block.transactions()))
        .then(() -> checkTransactions(block.transactions()))
        .then(() -> SigOpRules.checkLegacy(block));
  }

  /** What the ancestors demand of a block, its header apart. */
  static Verdict contextualCheckBlock(Network network, Block block, Context context) {
    return checkFinal(network, block, context)
        .then(() -> checkCoinbaseHeight(network, block, context))
        .then(() -> checkWitnesses(network, block, context))
        .then(() -> checkWeight(block));
  }

  /**
   * Whether the coinbase of a block takes no more than the subsidy and these fees, in satoshis. The
   * coinbase's outputs must have been checked.
   */
  public static Verdict checkCoinbaseValue(Network network, Block block, int height, long fees) {
    long most = Subsidy.at(network, height) + fees;
    long taken = taken(block);
    return taken <= most
        ? Verdict.valid()
        : Verdict.invalid(
            Clause.COINBASE_VALUE,
            "the coinbase takes " + taken + " where " + most + " are allowed");
  }

  /** What the coinbase's outputs hold. */
  static long taken(Block block) {
    List<TxOut> outputs = block.transactions().getFirst().outputs();
    return outputs.stream().mapToLong(TxOut::value).sum();
  }

  /**
   * Whether the transactions are not, or need not be, those that the header was made for: then the
   * header is not to be blamed for them (Core: IsBlockMutated).
   *
   * @param committed whether witnesses must be committed to
   */
  public static boolean isMutated(Block block, boolean committed) {
    if (!checkMerkleRoot(block).isValid()) {
      return true;
    }
    List<Transaction> all = block.transactions();
    if (all.isEmpty() || !all.getFirst().isCoinbase()) {
      // Two hashes side by side look like a transaction of 64 bytes.
      return all.stream().anyMatch(transaction -> transaction.strippedSize() == 64);
    }
    return !WitnessCommitment.checkWitnessMalleation(block, committed).isValid();
  }

  static Verdict checkMerkleRoot(Block block) {
    MerkleTree.Root root = MerkleTree.root(block.txids());
    if (!root.hash().equals(block.header().merkleRoot())) {
      return Verdict.mutated(
          Clause.MERKLE_ROOT,
          "the transactions' merkle root is " + root.hash() + ", not the header's");
    }
    return root.mutated()
        ? Verdict.mutated(Clause.NO_MERKLE_TWINS, "transactions are repeated under the same root")
        : Verdict.valid();
  }

  private static Verdict checkSize(Block block) {
    long most = MAX_BLOCK_WEIGHT / WITNESS_SCALE_FACTOR;
    int count = block.transactions().size();
    if (count > 0 && count <= most && block.strippedSize() <= most) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.BLOCK_LENGTH,
        count + " transactions, " + block.strippedSize() + " bytes without witnesses");
  }

  private static Verdict checkCoinbase(List<Transaction> transactions) {
    if (!transactions.getFirst().isCoinbase()) {
      return Verdict.invalid(Clause.COINBASE_FIRST, "the first transaction is not a coinbase");
    }
    for (int i = 1; i < transactions.size(); i++) {
      if (transactions.get(i).isCoinbase()) {
        return Verdict.invalid(Clause.COINBASE_ONCE, "there is more than one coinbase")
            .at(Place.of(i, transactions.get(i)));
      }
    }
    return Verdict.valid();
  }

  private static Verdict checkTransactions(List<Transaction> transactions) {
    for (int i = 0; i < transactions.size(); i++) {
      Verdict verdict = TransactionRules.checkTransaction(transactions.get(i));
      if (!verdict.isValid()) {
        return verdict.at(Place.of(i, transactions.get(i)));
      }
    }
    return Verdict.valid();
  }

  private static Verdict checkFinal(Network network, Block block, Context context) {
    OptionalLong cutoff = lockTimeCutoff(network, block, context);
    Verdict all = Verdict.valid();
    for (int i = 0; i < block.transactions().size() && all.isValid(); i++) {
      Transaction transaction = block.transactions().get(i);
      Verdict verdict = FinalRules.checkFinal(transaction, context.height(), cutoff);
      all = all.unchecked().isEmpty() || !verdict.isValid() ? verdict : all;
      all = all.at(Place.of(i, transaction));
    }
    return all;
  }

  /** From BIP113 on the parent's median time, else the block's own; nothing where unknown. */
  private static OptionalLong lockTimeCutoff(Network network, Block block, Context context) {
    if (context.height().isEmpty()) {
      return OptionalLong.empty();
    }
    if (context.height().getAsInt() >= network.heights().csv()) {
      return context.ancestors().map(MedianTime::past).orElseGet(OptionalLong::empty);
    }
    return OptionalLong.of(Integer.toUnsignedLong(block.header().time()));
  }

  private static Verdict checkCoinbaseHeight(Network network, Block block, Context context) {
    if (context.height().isEmpty()) {
      return Verdict.unchecked(Clause.COINBASE_HEIGHT, Missing.HEIGHT);
    }
    int height = context.height().getAsInt();
    if (height < network.heights().bip34()) {
      return Verdict.valid();
    }
    Transaction coinbase = block.transactions().getFirst();
    Bytes script = coinbase.inputs().getFirst().script();
    return script.startsWith(ScriptPush.number(height))
        ? Verdict.valid()
        : Verdict.invalid(
                Clause.COINBASE_HEIGHT, "the coinbase does not begin with height " + height)
            .at(Place.of(0, coinbase));
  }

  private static Verdict checkWitnesses(Network network, Block block, Context context) {
    if (context.height().isPresent()) {
      boolean active = context.height().getAsInt() >= network.heights().segwit();
      return WitnessCommitment.checkWitnessMalleation(block, active);
    }
    // Without a witness, and without a commitment, the block is good whatever the height.
    return WitnessCommitment.isPlain(block)
        ? Verdict.valid()
        : new Valid(
            Stream.of(
                    Clause.WITNESS_RESERVED_VALUE,
                    Clause.WITNESS_COMMITMENT,
                    Clause.NO_UNEXPECTED_WITNESS)
                .map(clause -> new Unchecked(clause, Missing.HEIGHT))
                .toList());
  }

  static Verdict checkWeight(Block block) {
    int weight = block.weight();
    return weight <= MAX_BLOCK_WEIGHT
        ? Verdict.valid()
        : Verdict.invalid(Clause.BLOCK_WEIGHT, "weight " + weight + " is over " + MAX_BLOCK_WEIGHT);
  }
}
