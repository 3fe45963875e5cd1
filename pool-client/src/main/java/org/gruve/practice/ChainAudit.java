package org.gruve.practice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.block.FormatException;
import org.gruve.core.check.Verdict;

/** Shows what a changed byte does to a chain: who notices, and what it would cost to hide it. */
public final class ChainAudit {
  private static final long END_OF_TIME = 0xffff_ffffL;

  private final ChainState state = new ChainState();
  private final List<Break> breaks = new ArrayList<>();

  private ChainAudit() {}

  /**
   * A block that the rules no longer let in.
   *
   * @param rejectReason Bitcoin Core's name for the broken rule
   * @param sentence what is wrong, with the numbers
   */
  public record Break(int height, String rejectReason, String sentence) {}

  /**
   * What came of a change.
   *
   * @param breaks each block that is refused, lowest first; empty where nothing was changed
   * @param blocksToMine how many blocks would have to be mined again to hide it
   * @param expectedHashes hashes that this would take on average
   */
  public record Report(List<Break> breaks, int blocksToMine, BigInteger expectedHashes) {
    /** Keeps an immutable copy. */
    public Report {
      breaks = List.copyOf(breaks);
    }
  }

  /**
   * Flips the lowest bit of one byte and offers all blocks, in order, to someone who checks them.
   *
   * @param blocks a practice chain's serialised blocks from genesis on
   * @param height the block to change, 1 or above: genesis is built in and cannot be changed
   */
  public static Report flip(List<byte[]> blocks, int height, int offset) {
    if (height < 1) {
      throw new IllegalArgumentException(
          "genesis is not part of the file's claims: flip a later block");
    }
    List<byte[]> changed = new ArrayList<>(blocks);
    byte[] block = blocks.get(height).clone();
    block[offset] ^= 1;
    changed.set(height, block);
    return check(changed);
  }

  /** Offers all blocks, in order, to someone who checks them. */
  public static Report check(List<byte[]> blocks) {
    ChainAudit audit = new ChainAudit();
    for (int height = 1; height < blocks.size(); height++) {
      audit.offer(height, blocks.get(height));
    }
    if (audit.breaks.isEmpty()) {
      return new Report(List.of(), 0, BigInteger.ZERO);
    }
    List<byte[]> lost = blocks.subList(audit.breaks.getFirst().height(), blocks.size());
    return new Report(audit.breaks, lost.size(), work(lost));
  }

  private void offer(int height, byte[] bytes) {
    Block block;
    try {
      block = Block.parse(bytes);
    } catch (FormatException e) {
      breaks.add(new Break(height, "Block decode failed", String.valueOf(e.getMessage())));
      return;
    }
    switch (state.judge(block, END_OF_TIME)) {
      case Verdict.Valid _ -> state.extend(block);
      case Verdict.Invalid broken ->
          breaks.add(new Break(height, broken.rejectReason(), broken.sentence()));
    }
  }

  private static BigInteger work(List<byte[]> blocks) {
    return blocks.stream()
        .map(block -> ChainWork.ofBits(BlockHeader.parse(block, 0).nbits()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
