package org.gruve.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts how often a pool sent us elsewhere: 3 times in 10 minutes are followed
 * (docs/stratum-v1.md, 8); more often we go back to the configured address, with the usual pauses.
 */
final class Redirects {
  static final int MOST = 3;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final Deque<Long> followed = new ArrayDeque<>();

  /** Whether one more may be followed now; if so, it counts. */
  boolean mayFollow(long now) {
    while (!followed.isEmpty() && now - followed.getFirst() >= WINDOW.toNanos()) {
      followed.removeFirst();
    }
    return followed.size() < MOST && followed.add(now);
  }
}
