package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time in which someone could look himself: a second at most from one look to the next. So a
 * program that was stopped for a minute (Ctrl-Z, a sleeping laptop, a machine out of memory) does
 * not take its devices for dead when it goes on. Confined to one thread.
 */
final class WatchedTime {
  private static final long MOST_COUNTED = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier clock;
  private long last;

  WatchedTime(LongSupplier clock) {
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /** Looks; returns the nanoseconds since the look before, as far as they count. */
  long step() {
    long now = clock.getAsLong();
    long step = Math.clamp(now - last, 0, MOST_COUNTED);
    last = now;
    return step;
  }
}
