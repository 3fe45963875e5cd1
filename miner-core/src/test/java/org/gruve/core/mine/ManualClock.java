package org.gruve.core.mine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Monotonic nanoseconds that pass when told to; begins where an overflow is near, as it may. */
final class ManualClock implements LongSupplier {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_500_000_000L);

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  /** 20 ms batches and 60 s works by this clock. */
  MinerSettings settings() {
    return new MinerSettings(Duration.ofMillis(20), Duration.ofSeconds(60), this);
  }
}
