package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts a device's hashes without locks, and tells the rates from the count's history. Time runs
 * from the beginning of the first batch; a parked time counts as time without hashes.
 */
final class HashMeter {
  // No LongAdder: it grows by new cells when two workers happen to meet, and a worker makes no
  // garbage. Fifty batches a second do not contend.
  private final AtomicLong hashes = new AtomicLong();
  private final AtomicReference<@Nullable HashHistory> history = new AtomicReference<>();

  /** Enters a batch that took {@code nanos} and ended {@code now}. Any worker may call it. */
  void add(long scanned, long nanos, long now) {
    long total = hashes.addAndGet(scanned);
    HashHistory begun = history.get();
    if (begun == null) {
      history.compareAndSet(null, new HashHistory(now - Math.max(0, nanos)));
      return;
    }
    if (begun.isDue(now)) {
      long elapsed = now - begun.start();
      begun.add(elapsed, total, Window.SHORT.rate(begun, elapsed, total));
    }
  }

  DeviceMeter read(DeviceInfo device, long errors, long now) {
    long total = hashes.get();
    HashHistory begun = history.get();
    if (begun == null) {
      double none = Double.NaN;
      return new DeviceMeter(device, total, errors, none, none, none, none, none);
    }
    long elapsed = now - begun.start();
    return new DeviceMeter(
        device,
        total,
        errors,
        Window.SHORT.rate(begun, elapsed, total),
        Window.MIDDLE.rate(begun, elapsed, total),
        Window.LONG.rate(begun, elapsed, total),
        Window.RUN.rate(begun, elapsed, total),
        begun.highestRate());
  }

  /** The times over which rates are told. */
  private enum Window {
    SHORT(10, 1),
    MIDDLE(60, 10),
    LONG(900, 60),
    RUN(Integer.MAX_VALUE, 1);

    private final long nanos;
    private final long shownFrom;

    /** In seconds; shown once it says something that the shorter one beside it does not. */
    Window(long length, long shownFrom) {
      this.nanos = TimeUnit.SECONDS.toNanos(length);
      this.shownFrom = TimeUnit.SECONDS.toNanos(shownFrom);
    }

    double rate(HashHistory history, long elapsed, long total) {
      return elapsed < shownFrom ? Double.NaN : history.rate(nanos, elapsed, total);
    }
  }
}
