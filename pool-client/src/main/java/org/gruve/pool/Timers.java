package org.gruve.pool;

import java.time.Duration;
import java.time.Instant;

/** The one source of time and of deadlines. Tests use a manual one. */
public interface Timers {
  /** Monotonic nanoseconds. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** Runs a task once after a delay, on the event loop that these timers belong to. */
  Scheduled after(Duration delay, Runnable task);

  /** A task that is still to run. */
  interface Scheduled {
    /** Makes sure that it does not run any more. */
    void cancel();
  }
}
