package org.gruve.core.check;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Verdict.Kind;
import org.gruve.core.hash.Hash256;

/**
 * All blocks that are known and their order: more work first, then whoever was seen first (Core:
 * BlockManager, CBlockIndexWorkComparator).
 */
final class HeaderTree {
  private static final Comparator<HeaderNode> BEST_FIRST =
      Comparator.comparing(HeaderNode::work).reversed().thenComparingLong(HeaderNode::sequence);

  private final Network network;
  private final Map<Hash256, HeaderNode> nodes = new HashMap<>();
  private final NavigableSet<HeaderNode> candidates = new TreeSet<>(BEST_FIRST);
  private final HeaderNode genesis;
  private long sequence;

  HeaderTree(Network network) {
    this.network = network;
    this.genesis = new HeaderNode(network.genesis(), null, sequence++);
    insert(genesis);
  }

  HeaderNode genesis() {
    return genesis;
  }

  Optional<HeaderNode> node(Hash256 hash) {
    return Optional.ofNullable(nodes.get(hash));
  }

  /** Whether a header may be added (Core: AcceptBlockHeader). */
  Verdict accept(BlockHeader header, long now) {
    HeaderNode known = nodes.get(header.hash());
    if (known != null) {
      return known.isFailed() ? failed("duplicate-invalid", header.hash()) : Verdict.valid();
    }
    Verdict alone = HeaderRules.checkBlockHeader(network, header);
    if (!alone.isValid()) {
      return alone;
    }
    HeaderNode parent = nodes.get(header.prevHash());
    if (parent == null) {
      return Verdict.broken(
          Clause.PARENT_KNOWN,
          Clause.PARENT_KNOWN.rejectReason(),
          "its parent " + header.prevHash() + " is not known",
          Kind.PARENT);
    }
    if (parent.isFailed()) {
      return failed(Clause.PARENT_VALID.rejectReason(), parent.hash());
    }
    Context context = Context.NONE.withAncestors(parent).withNow(now);
    return HeaderRules.contextualCheckBlockHeader(network, header, context);
  }

  /** Adds a block whose header {@link #accept} found valid and that was not there before. */
  HeaderNode add(Block block) {
    HeaderNode parent = nodes.get(block.header().prevHash());
    HeaderNode node = new HeaderNode(block, parent, sequence++);
    insert(node);
    return node;
  }

  /** Adds one that broke a rule, so that it and what builds on it are known for it. */
  void addFailed(Block block) {
    fail(add(block));
  }

  /** The tip that should be followed. */
  HeaderNode best() {
    return candidates.first();
  }

  /** Nothing that has less work than this tip will be followed. */
  void follow(HeaderNode tip) {
    candidates.tailSet(tip, false).removeIf(node -> node.work().compareTo(tip.work()) < 0);
  }

  /** Marks a block that broke a rule, and all that build on it. */
  void fail(HeaderNode broken) {
    Deque<HeaderNode> next = new ArrayDeque<>(List.of(broken));
    while (!next.isEmpty()) {
      HeaderNode node = next.remove();
      node.fail();
      candidates.remove(node);
      next.addAll(node.children());
    }
  }

  private void insert(HeaderNode node) {
    nodes.put(node.hash(), node);
    candidates.add(node);
  }

  private static Verdict failed(String reason, Hash256 hash) {
    return Verdict.broken(
        Clause.PARENT_VALID, reason, "block " + hash + " broke a rule before", Kind.PARENT);
  }
}
