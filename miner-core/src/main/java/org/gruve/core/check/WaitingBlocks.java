package org.gruve.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.Block;
import org.gruve.core.hash.Hash256;

/** Blocks that came before their parents; so many, and of so many bytes, and no more. */
final class WaitingBlocks {
  private static final int MOST = 4096;
  private static final long MOST_WEIGHT = 256L << 20;

  private final Map<Hash256, List<Block>> byParent = new HashMap<>();
  private int count;
  private long weight;

  /** Keeps a block until its parent comes; whether there was room. */
  boolean add(Block block) {
    if (count == MOST || weight + block.weight() > MOST_WEIGHT) {
      return false;
    }
    List<Block> siblings =
        byParent.computeIfAbsent(block.header().prevHash(), _ -> new ArrayList<>());
    // The same header may come with other transactions first, which are not its own.
    if (siblings.stream().noneMatch(block::equals)) {
      siblings.add(block);
      count++;
      weight += block.weight();
    }
    return true;
  }

  /** Takes those out that waited for a block, in the order in which they came. */
  List<Block> take(Hash256 parent) {
    List<Block> siblings = byParent.remove(parent);
    if (siblings == null) {
      return List.of();
    }
    count -= siblings.size();
    siblings.forEach(block -> weight -= block.weight());
    return siblings;
  }
}
