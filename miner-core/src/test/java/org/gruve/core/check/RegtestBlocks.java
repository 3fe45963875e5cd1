package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Makes and mines blocks of regtest, right or wrong in one thing. */
final class RegtestBlocks {
  static final TxOut OUTPUT = new TxOut(1, Bytes.ofHex("51"));
  private static final int LIMIT = Network.REGTEST.pow().limitBits();

  private RegtestBlocks() {}

  /** A coinbase for a height, that takes the whole subsidy. */
  static Transaction coinbase(int height) {
    return coinbase(ScriptPush.number(height).then(Bytes.ofHex("00")), List.of());
  }

  static Transaction coinbase(Bytes script, List<TxOut> more) {
    List<TxOut> outputs = new ArrayList<>();
    outputs.add(new TxOut(50 * Subsidy.COIN, Bytes.ofHex("51")));
    outputs.addAll(more);
    TxIn input = new TxIn(OutPoint.NULL, script, TxIn.SEQUENCE_FINAL, List.of());
    return new Transaction(1, List.of(input), outputs, 0);
  }

  /** A transaction that spends output 0 of some transaction; {@code tag} makes it its own. */
  static Transaction spend(int tag, int sequence, int lockTime) {
    byte[] txid = new byte[32];
    txid[0] = (byte) tag;
    OutPoint prevout = new OutPoint(Hash256.of(txid), 0);
    TxIn input = new TxIn(prevout, Bytes.EMPTY, sequence, List.of());
    return new Transaction(2, List.of(input), List.of(OUTPUT), lockTime);
  }

  static Transaction spend(int tag) {
    return spend(tag, TxIn.SEQUENCE_FINAL, 0);
  }

  /** A mined block after a chain. */
  static Block block(Ancestors chain, List<Transaction> transactions) {
    return block(chain, transactions, UnaryOperator.identity());
  }

  /** A mined block after a chain, its header changed before it is mined. */
  static Block block(
      Ancestors chain, List<Transaction> transactions, UnaryOperator<BlockHeader> change) {
    Hash256 root = MerkleTree.root(transactions.stream().map(Transaction::txid).toList()).hash();
    BlockHeader header =
        new BlockHeader(
            0x2000_0000, chain.parent().hash(), root, chain.parent().time() + 600, LIMIT, 0);
    return new Block(mine(change.apply(header)), transactions);
  }

  /** The same block so many seconds later, mined again; its coinbase says so. */
  static Block later(Block block, int seconds) {
    Transaction coinbase = block.transactions().getFirst();
    TxIn input = coinbase.inputs().getFirst();
    Bytes script = input.script().then(Bytes.of(new byte[] {(byte) seconds}));
    TxIn changed = new TxIn(input.prevout(), script, input.sequence(), input.witness());
    List<Transaction> transactions = new ArrayList<>(block.transactions());
    transactions.set(
        0,
        new Transaction(
            coinbase.version(), List.of(changed), coinbase.outputs(), coinbase.lockTime()));
    BlockHeader old = block.header();
    Hash256 root = MerkleTree.root(transactions.stream().map(Transaction::txid).toList()).hash();
    BlockHeader header =
        new BlockHeader(
            old.version(), old.prevHash(), root, old.time() + seconds, old.nbits(), old.nonce());
    return new Block(mine(header), transactions);
  }

  static BlockHeader mine(BlockHeader header) {
    for (int nonce = 0; ; nonce++) {
      BlockHeader tried = header.withNonce(nonce);
      if (ProofOfWork.checkProofOfWork(tried.hash(), tried.nbits(), Network.REGTEST)) {
        return tried;
      }
    }
  }

  /** All rules but those of what is spent (Core: AcceptBlock). */
  static Verdict accept(Block block, Ancestors chain, long now) {
    Context context = Context.NONE.withAncestors(chain).withNow(now);
    return HeaderRules.checkBlockHeader(Network.REGTEST, block.header())
        .then(() -> BlockRules.checkBlock(block))
        .then(() -> HeaderRules.acceptBlockHeader(Network.REGTEST, block.header(), context))
        .then(() -> BlockRules.contextualCheckBlock(Network.REGTEST, block, context));
  }
}
