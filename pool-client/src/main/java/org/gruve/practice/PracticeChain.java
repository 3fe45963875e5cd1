package org.gruve.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Verdict;

/**
 * The practice network's chain in a file of {@code magic | size | block} records that survives kill
 * -9. A damaged tail is kept aside, never overwritten. Confined to one thread but for {@link
 * #height()}.
 */
public final class PracticeChain implements AutoCloseable {
  private final ChainState state;
  private final BlockStore store;
  private final String notice;
  private volatile int height;

  PracticeChain(ChainState state, BlockStore store, String notice) {
    this.state = state;
    this.store = store;
    this.notice = notice;
    this.height = state.height();
  }

  /**
   * Opens {@code folder/blocks.dat}, making it where needed, and checks every block by the rules.
   * Where another process holds it, the chain is a temporary one in memory and {@link #notice()}
   * says so. An IOException's message is one sentence for the user.
   */
  public static PracticeChain open(Path folder) throws IOException {
    return ChainLoader.open(folder);
  }

  /** A chain in memory that begins at genesis. */
  public static PracticeChain temporary() {
    return temporary("");
  }

  static PracticeChain temporary(String notice) {
    MemoryStore store = new MemoryStore();
    store.append(ChainState.NETWORK.genesis().bytes());
    return new PracticeChain(new ChainState(), store, notice);
  }

  /**
   * What a user should know about how it was opened: locked, damaged tail kept aside; else empty.
   */
  public String notice() {
    return notice;
  }

  /** The height of the tip; 0 is genesis. Any thread may ask. */
  public int height() {
    return height;
  }

  /** The header at a height. */
  public BlockHeader header(int height) {
    return state.header(height);
  }

  /** The whole block at a height, serialised. */
  public byte[] block(int height) {
    try {
      return store.read(height);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "block " + height + " of the practice chain: " + e.getMessage(), e);
    }
  }

  /** What the next block is built on. */
  ChainState state() {
    return state;
  }

  /**
   * Adds a block if the rules allow it, and says what they say; {@code now} is in unsigned seconds.
   * Where it throws, nothing was added.
   */
  Verdict append(Block block, long now) throws IOException {
    Verdict verdict = state.judge(block, now);
    if (verdict.isValid()) {
      store.append(block.bytes());
      state.extend(block);
      height = state.height();
    }
    return verdict;
  }

  /** Lets go of the file. */
  @Override
  public void close() {
    try {
      store.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the practice chain's file could not be closed", e);
    }
  }
}
