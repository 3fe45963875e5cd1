package org.gruve.practice;

/**
 * Finds the difficulty at which one connection sends three shares a second. It measures the rate of
 * hashing that shares prove, each by the target it had to meet, so that shares of older jobs do not
 * mislead it. Times are monotonic nanoseconds.
 */
final class Vardiff {
  /** Shares a second that are wanted. */
  static final double WANTED = 3;

  /** Hashes that a share of difficulty 1 takes on average: 2^256 / (0xffff * 2^208). */
  static final double HASHES_AT_1 = 0x1p48 / 0xffff;

  /** Silence lowers the difficulty no further: where nobody mines, there is nothing to measure. */
  static final double LEAST = 1e-6;

  private static final int ENOUGH_SHARES = 8;
  private static final int MANY_SHARES = 30;
  private static final double PATIENCE_SECONDS = 0.9;
  private static final double MAX_STEP = 64;

  private double difficulty;
  private long begun;
  private double hashes;
  private int shares;
  private boolean fixed;

  Vardiff(double difficulty, long now) {
    this.difficulty = difficulty;
    this.begun = now;
  }

  /** What to send. */
  double difficulty() {
    return difficulty;
  }

  /** Begins anew from a difficulty that somebody asked for. */
  void restart(double wanted, long now) {
    difficulty = wanted;
    begun = now;
    hashes = 0;
    shares = 0;
  }

  /** Stays at a difficulty from now on. */
  void fix(double wanted) {
    difficulty = wanted;
    fixed = true;
  }

  /** A share was accepted whose target takes so many hashes on average. */
  void share(double expectedHashes) {
    hashes += expectedHashes;
    shares++;
  }

  /** Looks at what came since the last change; true where the difficulty was changed. */
  boolean adjust(long now) {
    double seconds = Math.max(1e-6, (now - begun) * 1e-9);
    if (fixed || (shares < ENOUGH_SHARES && seconds < PATIENCE_SECONDS)) {
      return false;
    }
    double wanted = clamp(hashrate(seconds) / WANTED / HASHES_AT_1);
    double ratio = wanted / difficulty;
    // Few shares say little: only what is far off is believed before many have come.
    double tolerance = shares < MANY_SHARES ? 2 : 1.3;
    if (ratio < tolerance && ratio > 1 / tolerance) {
      if (shares >= MANY_SHARES) {
        restart(difficulty, now);
      }
      return false;
    }
    restart(wanted, now);
    return true;
  }

  /** Hashes a second; where few shares came, weighed with two that came just as wanted. */
  private double hashrate(double seconds) {
    return shares < ENOUGH_SHARES
        ? (hashes + 2 * difficulty * HASHES_AT_1) / (seconds + 2 / WANTED)
        : hashes / seconds;
  }

  private double clamp(double wanted) {
    double least = Math.max(Math.min(LEAST, difficulty), difficulty / MAX_STEP);
    return Math.min(difficulty * MAX_STEP, Math.max(least, wanted));
  }
}
