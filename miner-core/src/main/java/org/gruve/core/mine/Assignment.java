package org.gruve.core.mine;

import org.gruve.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * What the workers are to do from a moment on: slice a source, wait (no source), or end.
 *
 * @param generation one more than that of the assignment before
 * @param sinceNanos when it came, by the miner's clock
 * @param end whether the miner is closed, so that nothing follows
 */
record Assignment(long generation, @Nullable WorkSource source, long sinceNanos, boolean end) {

  static Assignment parked(long sinceNanos) {
    return new Assignment(0, null, sinceNanos, false);
  }

  Assignment next(@Nullable WorkSource nextSource, long nowNanos) {
    return new Assignment(generation + 1, nextSource, nowNanos, false);
  }

  Assignment ended(long nowNanos) {
    return new Assignment(generation + 1, null, nowNanos, true);
  }
}
