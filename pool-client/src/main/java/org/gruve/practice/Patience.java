package org.gruve.practice;

import java.time.Duration;

/**
 * How long a client may keep its place. Whoever does not log in is shown out after a minute,
 * whatever else it says meanwhile: it takes the place from others. Times are monotonic nanoseconds.
 */
final class Patience {
  private static final long LOGIN = Duration.ofMinutes(1).toNanos();
  private static final long IDLE = Duration.ofMinutes(10).toNanos();

  private final long came;
  private long lastHeard;

  Patience(long now) {
    this.came = now;
    this.lastHeard = now;
  }

  /** A line came. */
  void heard(long now) {
    lastHeard = now;
  }

  /** Why it has to go; empty while it may stay. */
  String over(boolean loggedIn, long now) {
    if (!loggedIn && now - came > LOGIN) {
      return "it did not log in within 60 s";
    }
    return now - lastHeard > IDLE ? "nothing was heard of it for 10 minutes" : "";
  }
}
