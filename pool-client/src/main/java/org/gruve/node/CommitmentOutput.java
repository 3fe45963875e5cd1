package org.gruve.node;

import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/** What a coinbase says of its block's witnesses (BIP141). */
final class CommitmentOutput {
  /** The one item of the coinbase's own witness; any 32 bytes would do, and all take zeros. */
  static final Bytes RESERVED_VALUE = Bytes.of(new byte[32]);

  private static final Bytes PREFIX = Bytes.ofHex("6a24aa21a9ed");

  private CommitmentOutput() {}

  /** The script of the output that commits to the witnesses of these and a coinbase. */
  static Bytes script(List<Transaction> others) {
    // The coinbase, which holds the commitment, stands for zeros.
    List<Hash256> leaves =
        Stream.concat(Stream.of(Hash256.ZERO), others.stream().map(Transaction::wtxid)).toList();
    Hash256 root = MerkleTree.root(leaves).hash();
    Hash256 commitment = Sha256d.hash(root.bytes(), RESERVED_VALUE.toArray());
    return PREFIX.then(Bytes.of(commitment.bytes()));
  }
}
