package org.gruve.practice;

import java.util.ArrayList;
import java.util.List;

/** Blocks that are gone when the program ends. */
final class MemoryStore implements BlockStore {
  private final List<byte[]> blocks = new ArrayList<>();

  @Override
  public byte[] read(int height) {
    return blocks.get(height).clone();
  }

  @Override
  public void append(byte[] block) {
    blocks.add(block.clone());
  }

  @Override
  public void close() {
    blocks.clear();
  }
}
