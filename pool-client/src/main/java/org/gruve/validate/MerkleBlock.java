package org.gruve.validate;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ByteReader;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * A header and the part of its merkle tree that leads to some transactions (BIP37; Core:
 * CMerkleBlock): what {@code gettxoutproof} returns.
 *
 * @param transactions how many the block is said to have, unsigned
 * @param hashes of the nodes that cannot be computed, in the order of the walk
 * @param flags one bit per node that is visited, lowest bit of each byte first
 */
public record MerkleBlock(BlockHeader header, int transactions, List<Hash256> hashes, Bytes flags) {
  /** More than any block of a few thousand transactions needs. */
  public static final int MOST_BYTES = 8 << 20;

  private static final int HASH = 32;

  /** Keeps an immutable copy of the list. */
  public MerkleBlock {
    hashes = List.copyOf(hashes);
  }

  /** Reads the bytes of exactly one. */
  public static MerkleBlock parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    BlockHeader header = in.header();
    int transactions = in.int32();
    int count = in.count(HASH);
    List<Hash256> hashes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hashes.add(in.hash());
    }
    Bytes flags = in.bytes();
    in.end();
    return new MerkleBlock(header, transactions, hashes, flags);
  }
}
