package org.gruve.core.mine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The calls of one thread as the watching thread sees them: since when the one that stands has
 * stood, in watched time. Confined to the watching thread.
 */
final class WatchedCalls {
  private final CallMark mark;
  private final LaunchDeadline deadline;
  private final BooleanSupplier settled;
  private final Consumer<Duration> late;
  private long seen;
  private long since;
  private boolean told;

  /**
   * Begins to watch.
   *
   * @param settled whether the device keeps to one kernel
   * @param late told once, with the time that was allowed
   */
  WatchedCalls(
      CallMark mark, LaunchDeadline deadline, BooleanSupplier settled, Consumer<Duration> late) {
    this.mark = mark;
    this.deadline = deadline;
    this.settled = settled;
    this.late = late;
  }

  /** Looks at a moment of watched time. */
  void look(long watchedNanos) {
    long steps = mark.steps();
    if (steps != seen || !CallMark.isInside(steps)) {
      seen = steps;
      since = watchedNanos;
    } else if (!told) {
      judge(watchedNanos - since, CallMark.callsBefore(steps));
    }
  }

  private void judge(long nanos, long callsBefore) {
    // Asked only where it matters: most calls end long before.
    if (nanos <= deadline.launch().toNanos()) {
      return;
    }
    Duration allowed = deadline.of(callsBefore, settled.getAsBoolean());
    if (nanos > allowed.toNanos()) {
      told = true;
      late.accept(allowed);
    }
  }
}
