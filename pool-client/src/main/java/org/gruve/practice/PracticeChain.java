package org.gruve.practice;

import java.io.IOException;
import java.nio.file.Path;
import org.gruve.core.block.BlockHeader;

/**
 * The practice network's chain in a file of {@code magic | size | block} records that survives kill
 * -9. A damaged tail is kept aside, never overwritten. Confined to one thread but for {@link
 * #height()}.
 */
public final class PracticeChain implements AutoCloseable {

  /**
   * Opens {@code folder/blocks.dat}, making it where needed, and checks every block by the rules.
   * Where another process holds it, the chain is a temporary one in memory and {@link #notice()}
   * says so.
   */
  public static PracticeChain open(Path folder) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** A chain in memory that begins at genesis. */
  public static PracticeChain temporary() {
    throw new UnsupportedOperationException();
  }

  /**
   * What a user should know about how it was opened: locked, damaged tail kept aside; else empty.
   */
  public String notice() {
    throw new UnsupportedOperationException();
  }

  /** The height of the tip; 0 is genesis. */
  public int height() {
    throw new UnsupportedOperationException();
  }

  /** The header at a height. */
  public BlockHeader header(int height) {
    throw new UnsupportedOperationException();
  }

  /** The whole block at a height, serialised. */
  public byte[] block(int height) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
