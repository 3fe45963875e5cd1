package org.gruve.core.mine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long a user who wants to stop waits for a device that may hang: Ctrl-C is to end a program
 * within two seconds. Confined to one thread.
 */
final class StopPatience {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final BooleanSupplier stopping;
  private long waited;

  StopPatience(BooleanSupplier stopping) {
    this.stopping = stopping;
  }

  /** Whether it is at its end, after so much more time. */
  boolean endsAfter(long nanos) {
    waited += stopping.getAsBoolean() ? nanos : 0;
    return waited > LIMIT.toNanos();
  }

  static DeviceException ended() {
    return new DeviceException("its driver was still at work when the program was to end");
  }
}
