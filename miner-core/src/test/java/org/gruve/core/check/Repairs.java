package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/** Makes a changed block fit together again, so that only the change itself can be wrong. */
public final class Repairs {
  static final Bytes COMMITMENT = Bytes.ofHex("6a24aa21a9ed");
  private static final int MOST_NONCES = 1000;

  private Repairs() {}

  /** Commitment, merkle root and proof of work. */
  public static Block all(Block block) {
    return mined(rooted(committed(block)));
  }

  /** With a commitment to its witnesses where the coinbase has an output for one. */
  public static Block committed(Block block) {
    if (block.transactions().isEmpty() || !block.transactions().getFirst().isCoinbase()) {
      return block;
    }
    List<Transaction> all = new ArrayList<>(block.transactions());
    all.set(0, committed(all.getFirst(), all));
    return new Block(block.header(), all);
  }

  /** With the merkle root of its transactions. */
  public static Block rooted(Block block) {
    Hash256 root = MerkleTree.root(block.txids()).hash();
    return new Block(block.header().withMerkleRoot(root), block.transactions());
  }

  /** With a nonce that meets its nBits; as it is where they ask for more than regtest does. */
  public static Block mined(Block block) {
    Target target = CompactBits.target(block.header().nbits()).orElse(null);
    for (int nonce = 0; target != null && nonce < MOST_NONCES; nonce++) {
      BlockHeader tried = block.header().withNonce(nonce);
      if (target.isMetBy(tried.hash())) {
        return new Block(tried, block.transactions());
      }
    }
    return block;
  }

  private static Transaction committed(Transaction coinbase, List<Transaction> all) {
    TxIn input = coinbase.inputs().getFirst();
    if (input.witness().size() != 1) {
      return coinbase;
    }
    List<Hash256> leaves = new ArrayList<>();
    leaves.add(Hash256.ZERO);
    all.stream().skip(1).map(Transaction::wtxid).forEach(leaves::add);
    byte[] root = MerkleTree.root(leaves).hash().bytes();
    Hash256 commitment = Sha256d.hash(root, input.witness().getFirst().toArray());
    List<TxOut> outputs = new ArrayList<>(coinbase.outputs());
    outputs.replaceAll(
        output ->
            output.script().startsWith(COMMITMENT)
                ? new TxOut(output.value(), COMMITMENT.then(Bytes.of(commitment.bytes())))
                : output);
    return new Transaction(coinbase.version(), coinbase.inputs(), outputs, coinbase.lockTime());
  }
}
