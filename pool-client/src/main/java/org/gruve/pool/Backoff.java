package org.gruve.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses of 1, 2, 4 … 60 seconds, each shortened at random by up to half, so that the miners of a
 * pool that went down do not all come back in the same instant.
 */
public final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private final Duration longest;
  private Duration full = FIRST;

  Backoff(RandomGenerator random) {
    this(random, LONGEST);
  }

  /** Pauses no longer than this. */
  public Backoff(RandomGenerator random, Duration longest) {
    this.random = random;
    this.longest = longest;
  }

  /** The next pause: from half of the full length up to the full length. */
  public Duration next() {
    long nanos = full.toNanos();
    full = full.multipliedBy(2);
    if (full.compareTo(longest) > 0) {
      full = longest;
    }
    return Duration.ofNanos(nanos / 2 + random.nextLong(nanos / 2 + 1));
  }

  /** Begins again at one second. */
  public void reset() {
    full = FIRST;
  }
}
