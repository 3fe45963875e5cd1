package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.TopWord;

/**
 * One worker's scan of headers that differ in their versions and nonces only: each nonce for all
 * versions. Confined to a thread.
 */
interface RolledScan {
  /** The greatest number of versions that {@link #begin} takes. */
  int MOST = 512;

  /** Turns to as many versions as will be set by {@link #version}. */
  void begin(int count);

  /**
   * Sets version number {@code index}; the words of its header are those of {@link HeaderWords}.
   */
  void version(int index, int[] header);

  /** Tells {@code hits} the index of each version that hits with a nonce. */
  void scan(int nonce, TopWord top, IntConsumer hits);
}
