package org.gruve.validate;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;

/**
 * Puts blocks that lie in any order into the tree that they form, and finds the branch with the
 * most work; of equals the one whose tip lies first.
 */
final class ChainIndex {
  private final Map<Hash256, List<Node>> children = new HashMap<>();
  private Node best;
  private int linked;

  private record Node(BlockHeader header, Hash256 hash, @Nullable Node parent, BigInteger work) {}

  private ChainIndex(Node genesis) {
    this.best = genesis;
  }

  /**
   * A branch.
   *
   * @param headers from genesis to the tip
   * @param linked how many blocks lead back to genesis, those of other branches too
   */
  record Best(List<BlockHeader> headers, int linked) {}

  /** The best branch of these headers; genesis needs not be among them if its children are. */
  static Best of(Network network, List<BlockHeader> headers) {
    BlockHeader first = network.genesisHeader();
    Node genesis = new Node(first, first.hash(), null, ChainWork.ofBits(first.nbits()));
    ChainIndex index = new ChainIndex(genesis);
    Set<Hash256> seen = new HashSet<>();
    seen.add(genesis.hash());
    for (BlockHeader header : headers) {
      Hash256 hash = header.hash();
      if (seen.add(hash)) {
        Node waiting = new Node(header, hash, null, BigInteger.ZERO);
        index.children.computeIfAbsent(header.prevHash(), _ -> new ArrayList<>(1)).add(waiting);
      }
    }
    index.walk(genesis);
    return new Best(index.branch(), index.linked);
  }

  private void walk(Node genesis) {
    Deque<Node> next = new ArrayDeque<>();
    next.add(genesis);
    while (!next.isEmpty()) {
      Node node = next.remove();
      linked++;
      if (node.work().compareTo(best.work()) > 0) {
        best = node;
      }
      for (Node child : children.getOrDefault(node.hash(), List.of())) {
        BigInteger work = node.work().add(ChainWork.ofBits(child.header().nbits()));
        next.add(new Node(child.header(), child.hash(), node, work));
      }
    }
  }

  private List<BlockHeader> branch() {
    List<BlockHeader> headers = new ArrayList<>();
    for (Node node = best; node != null; node = node.parent()) {
      headers.add(node.header());
    }
    Collections.reverse(headers);
    return headers;
  }
}
