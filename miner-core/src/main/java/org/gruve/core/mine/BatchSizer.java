package org.gruve.core.mine;

import java.time.Duration;

/**
 * How large the next batch should be. It starts small and at most doubles from batch to batch, so
 * that a cold or slow device never sits on one for seconds, then follows the measured rate to the
 * wanted time. Where hits are dense it stays smaller, so that they fit the device's result slots
 * and shares go out promptly. Pure; confined to one thread.
 */
final class BatchSizer {
  /** What a device that nothing is known of is given first. */
  static final long COLD_START = 4096;

  private static final long LEAST = 256;
  private static final double MOST = 0x1p40;

  // The rate is remembered over about this many batches.
  private static final double MEMORY = 8;

  // However dense shares are, a batch keeps this part of its time: launching costs, too.
  private static final double LEAST_PART = 1.0 / 8;

  // After a block, what the other workers hash on its job is for nothing, and they notice only
  // between batches.
  private static final double PART_OF_A_BLOCK = 1.0 / 8;

  private final double wantedNanos;
  private double size = COLD_START;
  private double recentHashes;
  private double recentNanos;

  BatchSizer(Duration wanted) {
    this.wantedNanos = wanted.toNanos();
  }

  /** Hashes to ask for, at least 1. */
  long next(HitDensity density, int comfortableHits) {
    double comfortable = density.hashesPerHit() * comfortableHits / 4;
    double wished = Math.min(density.hashesPerHit(), density.hashesPerBlock() * PART_OF_A_BLOCK);
    double prompt = Math.max(wished, Math.max(COLD_START, size * LEAST_PART));
    return Math.max(1, (long) Math.min(size, Math.min(comfortable, prompt)));
  }

  /**
   * Learns from a finished batch. What it says counts by its time, so the short end of a work, all
   * overhead, hardly moves the rate.
   */
  void took(long hashes, long nanos) {
    double counted = Math.max(1, nanos);
    double keep = Math.exp(-counted / (MEMORY * wantedNanos));
    recentHashes = recentHashes * keep + hashes;
    recentNanos = recentNanos * keep + counted;
    double steady = recentHashes / recentNanos * wantedNanos;
    size = Math.clamp(Math.min(2 * size, steady), LEAST, MOST);
  }
}
