package org.gruve.kernels.gpu;

import org.gruve.kernels.header.TopWord;

/**
 * One of the launches that a device has in flight: its own queue, kernels and result slots. At most
 * one scan is under way; each must be awaited before the next. Confined to one thread. All methods
 * throw {@link org.gruve.core.mine.DeviceException} when the driver reports an error.
 */
public interface GpuQueue extends AutoCloseable {
  /** Hits that one launch can tell; of more it only tells how many. */
  int SLOTS = 1023;

  /** The words of {@code found}: the number of hits, then two of each. */
  int FOUND_WORDS = 1 + 2 * SLOTS;

  /** Computes the midstates that {@link #versions} reads from now on; returns at once. */
  void midstates(VersionBlock block);

  /** Starts the scan of versions whose midstates are there; returns at once. */
  void versions(Scan.Versions scan, TopWord test);

  /** Starts the scan of nonces; returns at once. */
  void nonces(Scan.Nonces scan, TopWord test);

  /**
   * Waits for the scan without spinning, and copies what it found.
   *
   * @param expectedNanos how long it is likely still to take
   * @param found {@link #FOUND_WORDS} words
   */
  void await(long expectedNanos, int[] found);

  @Override
  void close();
}
