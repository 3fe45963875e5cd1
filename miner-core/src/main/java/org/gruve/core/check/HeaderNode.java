package org.gruve.core.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;

/**
 * A block in the tree of all that are known, and the branch that ends with it (Core: CBlockIndex).
 * Far ancestors are found by skipping, as in Core.
 */
final class HeaderNode implements Ancestors {
  private final Block block;
  private final Hash256 hash;
  private final @Nullable HeaderNode parent;
  private final @Nullable HeaderNode skip;
  private final int height;
  private final BigInteger work;
  private final long sequence;
  private final List<HeaderNode> children = new ArrayList<>(1);
  private boolean failed;
  private boolean verified;
  private @Nullable BlockUndo undo;

  /** {@code sequence} says when it was seen, before or after others. */
  HeaderNode(Block block, @Nullable HeaderNode parent, long sequence) {
    this.block = block;
    this.hash = block.header().hash();
    this.parent = parent;
    this.height = parent == null ? 0 : parent.height + 1;
    this.skip = parent == null ? null : parent.ancestor(skipHeight(height));
    BigInteger own = ChainWork.ofBits(block.header().nbits());
    this.work = parent == null ? own : parent.work.add(own);
    this.sequence = sequence;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  Block block() {
    return block;
  }

  Hash256 hash() {
    return hash;
  }

  /** The block before it; only genesis has none. */
  HeaderNode before() {
    if (parent == null) {
      throw new IllegalStateException("nothing comes before genesis");
    }
    return parent;
  }

  /** Those that build on it. */
  List<HeaderNode> children() {
    return children;
  }

  /** All work up to here. */
  BigInteger work() {
    return work;
  }

  long sequence() {
    return sequence;
  }

  /** Whether it, or a block before it, broke a rule. */
  boolean isFailed() {
    return failed;
  }

  void fail() {
    failed = true;
  }

  /** Whether it was connected once; then it can be again, for its branch never changes. */
  boolean isVerified() {
    return verified;
  }

  /** It was connected. */
  void connected(BlockUndo made) {
    verified = true;
    undo = made;
  }

  /** What takes it out of the coin set; good once. */
  BlockUndo disconnect() {
    BlockUndo known = undo;
    if (known == null) {
      throw new IllegalStateException("block " + hash + " is not connected");
    }
    undo = null;
    return known;
  }

  /** The block of its branch at a height from 0 to its own. */
  HeaderNode ancestor(int wanted) {
    HeaderNode at = this;
    while (at.height > wanted) {
      HeaderNode far = at.skip;
      at = far != null && far.height >= wanted ? far : at.before();
    }
    return at;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public BlockHeader header(int wanted) {
    return ancestor(wanted).block.header();
  }

  /** Clears low bits, so that any ancestor is few skips away (Core: GetSkipHeight). */
  private static int skipHeight(int height) {
    if (height < 2) {
      return 0;
    }
    return (height & 1) == 0
        ? withoutLowestBit(height)
        : withoutLowestBit(withoutLowestBit(height - 1)) + 1;
  }

  private static int withoutLowestBit(int n) {
    return n & (n - 1);
  }
}
