package org.gruve.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Ancestors;
import org.gruve.core.hash.Hash256;

/**
 * Headers of one branch from some height on, 80 bytes each. Whoever adds is the only thread; once
 * that is over, any thread may look.
 */
final class HeaderArchive implements Ancestors {
  private static final int SIZE = BlockHeader.SIZE;
  private static final int PER_CHUNK = 1 << 12;

  private final int lowest;
  private final List<byte[]> chunks = new ArrayList<>();
  private int count;

  HeaderArchive(int lowest) {
    this.lowest = lowest;
  }

  void add(byte[] bytes, int offset) {
    if (count % PER_CHUNK == 0) {
      chunks.add(new byte[PER_CHUNK * SIZE]);
    }
    System.arraycopy(bytes, offset, chunks.getLast(), count % PER_CHUNK * SIZE, SIZE);
    count++;
  }

  int count() {
    return count;
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
    return BlockHeader.parse(chunks.get(index / PER_CHUNK), index % PER_CHUNK * SIZE);
  }

  /** The header at a height, if it is here. */
  Optional<BlockHeader> at(long height) {
    return height >= lowest && height <= height()
        ? Optional.of(header((int) height))
        : Optional.empty();
  }

  /** The height of a header, found by its successor, or by its hash where it is the last. */
  Optional<Integer> heightOf(Hash256 hash) {
    byte[] wanted = hash.bytes();
    for (int index = count - 1; index > 0; index--) {
      int at = index % PER_CHUNK * SIZE + 4;
      if (Arrays.equals(chunks.get(index / PER_CHUNK), at, at + 32, wanted, 0, 32)) {
        return Optional.of(lowest + index - 1);
      }
    }
    return count > 0 && parent().hash().equals(hash) ? Optional.of(height()) : Optional.empty();
  }

  byte[] bytes() {
    byte[] out = new byte[Math.multiplyExact(count, SIZE)];
    for (int index = 0; index < count; index += PER_CHUNK) {
      int headers = Math.min(PER_CHUNK, count - index);
      System.arraycopy(chunks.get(index / PER_CHUNK), 0, out, index * SIZE, headers * SIZE);
    }
    return out;
  }

  /** The same branch, as a block at a height sees it. */
  Ancestors before(int height) {
    return new View(this, height - 1);
  }

  private record View(HeaderArchive archive, int height) implements Ancestors {
    @Override
    public int lowest() {
      return archive.lowest;
    }

    @Override
    public BlockHeader header(int at) {
      return archive.header(at);
    }
  }
}
