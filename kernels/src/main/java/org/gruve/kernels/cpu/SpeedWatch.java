package org.gruve.kernels.cpu;

/** Notices when a worker's rate has been less than half of its best for some seconds. */
final class SpeedWatch {
  private static final long SECOND = 1_000_000_000L;
  private static final int SECONDS_OF_DOUBT = 5;

  private long hashes;
  private long nanos;
  private double best;
  private int slow;

  /** Enters a batch; says once that there is doubt, and takes the slow rate for normal then. */
  boolean doubts(long scanned, long took) {
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
    best = rate;
    slow = 0;
    return true;
  }
}
