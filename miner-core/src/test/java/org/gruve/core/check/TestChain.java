package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;

/** Headers from some height on, in memory. */
final class TestChain implements Ancestors {
  private final int first;
  private final List<BlockHeader> headers = new ArrayList<>();

  TestChain(int first, List<BlockHeader> headers) {
    this.first = first;
    this.headers.addAll(headers);
  }

  /** A chain that has only the first block of a network. */
  static TestChain of(Network network) {
    return new TestChain(0, List.of(network.genesisHeader()));
  }

  void add(BlockHeader header) {
    headers.add(header);
  }

  /** Adds a header that is not mined. */
  void add(int time, int nbits) {
    add(new BlockHeader(4, Hash256.ZERO, Hash256.ZERO, time, nbits, 0));
  }

  /** This chain as it was when it ended at a height. */
  TestChain upTo(int height) {
    return new TestChain(first, headers.subList(0, height - first + 1));
  }

  @Override
  public int height() {
    return first + headers.size() - 1;
  }

  @Override
  public int lowest() {
    return first;
  }

  @Override
  public BlockHeader header(int height) {
    return headers.get(height - first);
  }
}
