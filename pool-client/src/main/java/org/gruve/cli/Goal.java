package org.gruve.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run is over by itself.
 *
 * @param timeLimit null for none
 * @param blocks how many blocks are enough, 0 for no such goal
 */
record Goal(@Nullable Duration timeLimit, long blocks) {
  /** Nanoseconds until the time is up. */
  long left(long elapsedNanos) {
    return timeLimit == null ? Long.MAX_VALUE : timeLimit.toNanos() - elapsedNanos;
  }

  boolean enough(long blocksFound) {
    return blocks > 0 && blocksFound >= blocks;
  }
}
