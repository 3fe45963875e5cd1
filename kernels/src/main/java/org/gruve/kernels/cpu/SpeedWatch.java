package org.gruve.kernels.cpu;

import org.jspecify.annotations.Nullable;

/** Notices when a worker's rate with a kernel has been less than half of its best for a while. */
final class SpeedWatch {
  private static final long SECOND = 1_000_000_000L;
  private static final int SECONDS_OF_DOUBT = 5;

  private @Nullable CpuKernel kernel;
  private long hashes;
  private long nanos;
  private double best;
  private int slow;

  /** Enters a batch; says once that there is doubt, and takes the slow rate for normal then. */
  boolean doubts(CpuKernel used, long scanned, long took) {
    if (used != kernel) {
      kernel = used;
      restart(0);
    }
    hashes += scanned;
    nanos += took;
    if (nanos < SECOND) {
      return false;
    }
    double rate = (double) hashes / nanos;
    hashes = 0;
    nanos = 0;
    slow = 2 * rate < best ? slow + 1 : 0;
    best = Math.max(best, rate);
    if (slow < SECONDS_OF_DOUBT) {
      return false;
    }
    restart(rate);
    return true;
  }

  private void restart(double normal) {
    hashes = 0;
    nanos = 0;
    best = normal;
    slow = 0;
  }
}
