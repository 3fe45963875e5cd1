package org.gruve.practice;

import java.io.IOException;

/** Where the blocks of a chain lie, by height. Confined to one thread. */
sealed interface BlockStore extends AutoCloseable permits ChainFile, MemoryStore {
  /** The whole block at a height, serialised. */
  byte[] read(int height) throws IOException;

  /** Adds a block on top; where it throws, the store is as it was before. */
  void append(byte[] block) throws IOException;

  @Override
  void close() throws IOException;
}
