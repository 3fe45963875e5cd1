package org.gruve.validate;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * Walks a part of a merkle tree from its root down, as it was written (Core: CPartialMerkleTree,
 * ExtractMatches), and refuses what Core refuses.
 */
final class PartialMerkleTree {
  /** A block of weight 4,000,000 has no room for more transactions of at least 60 bytes. */
  private static final int MOST_TRANSACTIONS = 4_000_000 / (60 * 4);

  private final MerkleBlock block;
  private final List<Match> matches = new ArrayList<>();
  private int bitsUsed;
  private int hashesUsed;

  private PartialMerkleTree(MerkleBlock block) {
    this.block = block;
  }

  /** A transaction that is proven to be in the block, and its place there. */
  record Match(Hash256 txid, int position) {}

  /** The root of the walk, and what it led to. */
  record Extracted(Hash256 root, List<Match> matches) {}

  /** Why a proof proves nothing. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  static Extracted extractMatches(MerkleBlock block) throws Refusal {
    return new PartialMerkleTree(block).extract();
  }

  private Extracted extract() throws Refusal {
    int transactions = block.transactions();
    refuseIf(transactions == 0, "it is of a block without transactions");
    refuseIf(
        Integer.compareUnsigned(transactions, MOST_TRANSACTIONS) > 0,
        "it is of more transactions than a block can hold: "
            + Integer.toUnsignedString(transactions));
    refuseIf(block.hashes().size() > transactions, "it has more hashes than transactions");
    refuseIf(8 * block.flags().size() < block.hashes().size(), "it has fewer flags than hashes");
    int height = 0;
    while (width(height) > 1) {
      height++;
    }
    Hash256 root = node(height, 0);
    refuseIf((bitsUsed + 7) / 8 != block.flags().size(), "it has flags that lead nowhere");
    refuseIf(hashesUsed != block.hashes().size(), "it has hashes that lead nowhere");
    return new Extracted(root, List.copyOf(matches));
  }

  /** At most 15 deep, since the number of transactions was looked at. */
  private Hash256 node(int height, int position) throws Refusal {
    refuseIf(bitsUsed >= 8 * block.flags().size(), "it has too few flags");
    boolean leadsToMatch = (block.flags().at(bitsUsed / 8) >>> (bitsUsed % 8) & 1) == 1;
    bitsUsed++;
    if (height > 0 && leadsToMatch) {
      return inner(height, position);
    }
    refuseIf(hashesUsed >= block.hashes().size(), "it has too few hashes");
    Hash256 hash = block.hashes().get(hashesUsed++);
    if (height == 0 && leadsToMatch) {
      matches.add(new Match(hash, position));
    }
    return hash;
  }

  private Hash256 inner(int height, int position) throws Refusal {
    Hash256 left = node(height - 1, 2 * position);
    Hash256 right = left;
    if (2 * position + 1 < width(height - 1)) {
      right = node(height - 1, 2 * position + 1);
      refuseIf(right.equals(left), "two branches are the same (CVE-2012-2459)");
    }
    byte[] pair = new byte[64];
    left.writeTo(pair, 0);
    right.writeTo(pair, 32);
    refuseIf(
        isTransaction(pair),
        "a pair of hashes in it is a transaction of 64 bytes, so that what seems to lie below it"
            + " may be made up (CVE-2017-12842)");
    return Sha256d.hash(pair);
  }

  /** Nodes in a row above so many others. */
  private int width(int height) {
    return (block.transactions() + (1 << height) - 1) >>> height;
  }

  private static boolean isTransaction(byte[] pair) {
    try {
      Transaction.parse(pair);
      return true;
    } catch (FormatException e) {
      return false;
    }
  }

  private static void refuseIf(boolean amiss, String sentence) throws Refusal {
    if (amiss) {
      throw new Refusal(sentence);
    }
  }
}
