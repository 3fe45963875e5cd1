package org.gruve.core.mine;

import java.util.function.Consumer;

/**
 * Something that hashes, as its user knows it: one GPU, or the whole CPU. It is searched by {@link
 * #workers()} threads at once, each with a searcher of its own.
 */
public interface Device extends AutoCloseable {
  /** Who it is. */
  DeviceInfo info();

  /**
   * The first 12 hex digits of the SHA-256 of what it runs (class files, source or binary of its
   * kernel), so that two measurements can be told to be of the same code; empty where it cannot be
   * read.
   */
  String kernelHash();

  /**
   * Whether it keeps to the kernel that {@link #info} names; false while it still tries one, and
   * may use another. Any thread may ask, and none waits for the answer.
   */
  default boolean isSettled() {
    return true;
  }

  /** How many searchers may be used at once: 1 for a GPU, threads for the CPU. */
  int workers();

  /**
   * Opens the searcher of worker {@code index}, 0 to {@code workers() - 1}. Any thread may call it.
   */
  Searcher searcher(int index);

  /**
   * Who is to be told, in sentences, what its user should know while it works; it may be called
   * from any of its threads and must not block. Most devices have nothing to tell.
   */
  default void listen(Consumer<String> remarks) {}

  @Override
  void close();
}
