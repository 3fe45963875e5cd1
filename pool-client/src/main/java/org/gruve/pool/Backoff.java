package org.gruve.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses of 1, 2, 4 … 60 seconds, each shortened at random by up to half, so that the miners of a
 * pool that went down do not all come back in the same instant.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private Duration full = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The next pause: from half of the full length up to the full length. */
  Duration next() {
    long nanos = full.toNanos();
    full = full.multipliedBy(2);
    if (full.compareTo(LONGEST) > 0) {
      full = LONGEST;
    }
    return Duration.ofNanos(nanos / 2 + random.nextLong(nanos / 2 + 1));
  }

  /** Begins again at one second. */
  void reset() {
    full = FIRST;
  }
}
