package org.gruve.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run is over by itself.
 *
 * @param timeLimit null for none
 * @param blocks how many blocks are enough, 0 for no such goal
 * @param endsWithDevice whether the failure of one device ends it for the others
 */
record Goal(@Nullable Duration timeLimit, long blocks, boolean endsWithDevice) {
  /** A goal that lasts as long as there is a device. */
  Goal(@Nullable Duration timeLimit, long blocks) {
    this(timeLimit, blocks, false);
  }

  /** Nanoseconds until the time is up. */
  long left(long elapsedNanos) {
    return timeLimit == null ? Long.MAX_VALUE : timeLimit.toNanos() - elapsedNanos;
  }

  boolean enough(long blocksFound) {
    return blocks > 0 && blocksFound >= blocks;
  }
}
