package org.gruve.core.block;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * Merkle trees as blocks have them: pairs hashed by double SHA-256, the last of an odd row with
 * itself (Core: consensus/merkle.cpp).
 */
public final class MerkleTree {
  private MerkleTree() {}

  /**
   * A root, and whether two equal hashes stood side by side as a pair: then another list of
   * transactions has the same root, and the block must not be judged by its hash (CVE-2012-2459).
   */
  public record Root(Hash256 hash, boolean mutated) {}

  /** The root of the leaves; {@link Hash256#ZERO} when there are none. */
  public static Root root(List<Hash256> leaves) {
    if (leaves.isEmpty()) {
      return new Root(Hash256.ZERO, false);
    }
    boolean mutated = false;
    List<Hash256> row = leaves;
    while (row.size() > 1) {
      mutated |= hasTwinPair(row);
      row = above(row);
    }
    return new Root(row.getFirst(), mutated);
  }

  /** The hashes beside the way from leaf {@code index} to the root, lowest first. */
  public static List<Hash256> branch(List<Hash256> leaves, int index) {
    List<Hash256> branch = new ArrayList<>();
    List<Hash256> row = leaves;
    for (int at = index; row.size() > 1; at /= 2) {
      branch.add(row.get(Math.min(at ^ 1, row.size() - 1)));
      row = above(row);
    }
    return List.copyOf(branch);
  }

  /**
   * The branch of a coinbase that is not known yet, from the txids of the transactions after it:
   * what a Stratum job carries.
   */
  public static List<Hash256> coinbaseBranch(List<Hash256> others) {
    List<Hash256> leaves = new ArrayList<>(others.size() + 1);
    leaves.add(Hash256.ZERO);
    leaves.addAll(others);
    return branch(leaves, 0);
  }

  /** The root above leaf {@code index} whose branch is given, lowest first. */
  public static Hash256 rootFromBranch(Hash256 leaf, List<Hash256> branch, int index) {
    Hash256 hash = leaf;
    int at = index;
    for (Hash256 beside : branch) {
      hash = (at & 1) == 0 ? parent(hash, beside) : parent(beside, hash);
      at >>>= 1;
    }
    return hash;
  }

  /** The root above a coinbase, which is always leaf 0. */
  public static Hash256 rootFromBranch(Hash256 coinbase, List<Hash256> branch) {
    return rootFromBranch(coinbase, branch, 0);
  }

  private static boolean hasTwinPair(List<Hash256> row) {
    for (int i = 0; i + 1 < row.size(); i += 2) {
      if (row.get(i).equals(row.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<Hash256> above(List<Hash256> row) {
    List<Hash256> parents = new ArrayList<>((row.size() + 1) / 2);
    for (int i = 0; i < row.size(); i += 2) {
      parents.add(parent(row.get(i), row.get(Math.min(i + 1, row.size() - 1))));
    }
    return parents;
  }

  private static Hash256 parent(Hash256 left, Hash256 right) {
    return Sha256d.hash(left.bytes(), right.bytes());
  }
}
