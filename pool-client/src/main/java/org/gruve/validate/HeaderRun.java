package org.gruve.validate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;
import org.gruve.core.check.Ancestors;
import org.jspecify.annotations.Nullable;

/**
 * Headers of one branch from some height on, 80 bytes each. Whoever adds is the only thread; once
 * that is over, any thread may look.
 */
final class HeaderRun implements Ancestors {
  private static final int PER_CHUNK = 1 << 12;
  private static final int RECENT = 16;

  private final int lowest;
  private final List<byte[]> chunks = new ArrayList<>();
  private final @Nullable BlockHeader[] recent = new @Nullable BlockHeader[RECENT];
  private final Map<Integer, BigInteger> workOfBits = new HashMap<>();
  private int count;
  private BigInteger work = BigInteger.ZERO;

  HeaderRun(int lowest) {
    this.lowest = lowest;
  }

  void add(BlockHeader header) {
    if (count % PER_CHUNK == 0) {
      chunks.add(new byte[PER_CHUNK * BlockHeader.SIZE]);
    }
    System.arraycopy(
        header.bytes(),
        0,
        chunks.getLast(),
        count % PER_CHUNK * BlockHeader.SIZE,
        BlockHeader.SIZE);
    recent[count % RECENT] = header;
    work = work.add(workOfBits.computeIfAbsent(header.nbits(), ChainWork::ofBits));
    count++;
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Hashes that these headers took on average. */
  BigInteger work() {
    return work;
  }

  @Override
  public int height() {
    return lowest + count - 1;
  }

  @Override
  public int lowest() {
    return lowest;
  }

  @Override
  public BlockHeader header(int height) {
    int index = height - lowest;
    BlockHeader kept = index > count - RECENT ? recent[index % RECENT] : null;
    return kept == null ? parsed(index) : kept;
  }

  Optional<BlockHeader> at(long height) {
    return height >= lowest && height <= height()
        ? Optional.of(header((int) height))
        : Optional.empty();
  }

  /** The same branch, as a block at a height sees it. */
  Ancestors before(int height) {
    return new View(this, height - 1);
  }

  private BlockHeader parsed(int index) {
    return BlockHeader.parse(
        chunks.get(index / PER_CHUNK), index % PER_CHUNK * BlockHeader.SIZE);
  }

  private record View(HeaderRun run, int height) implements Ancestors {
    @Override
    public int lowest() {
      return run.lowest;
    }

    @Override
    public BlockHeader header(int at) {
      return run.header(at);
    }
  }
}
