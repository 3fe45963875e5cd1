package org.gruve.cli;

import java.time.Duration;

/**
 * How long a demonstration is.
 *
 * @param blocks practice blocks to mine, more than the tampered one's height
 * @param searchSeconds how long the real block should take to find
 * @param patience how long the practice blocks may take
 */
record DemoSize(int blocks, double searchSeconds, Duration patience) {
  /** What a user sees: about a minute. */
  static final DemoSize USUAL = new DemoSize(10, 20, Duration.ofMinutes(2));
}
