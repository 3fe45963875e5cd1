package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.gruve.core.mine.HashHistory.Point;
import org.jspecify.annotations.Nullable;

/**
 * Counts a device's hashes without locks, and tells the rates from the count's history. Time runs
 * from the beginning of the first batch; a parked time counts as time without hashes.
 */
final class HashMeter {
  // A window is shown once it says something that the shorter one beside it does not.
  private static final long FIRST_SHOWN = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORT = TimeUnit.SECONDS.toNanos(10);
  private static final long MIDDLE = TimeUnit.SECONDS.toNanos(60);
  private static final long LONG = TimeUnit.MINUTES.toNanos(15);

  private final LongAdder hashes = new LongAdder();
  private final AtomicReference<@Nullable HashHistory> history = new AtomicReference<>();

  /** Enters a batch that took {@code nanos} and ended {@code now}. Any worker may call it. */
  void add(long scanned, long nanos, long now) {
    hashes.add(scanned);
    HashHistory begun = history.get();
    if (begun == null) {
      history.compareAndSet(null, new HashHistory(now - Math.max(0, nanos)));
      return;
    }
    if (begun.isDue(now)) {
      Point point = new Point(now - begun.start(), hashes.sum());
      begun.add(point, shown(begun, point, SHORT, FIRST_SHOWN));
    }
  }

  DeviceMeter read(DeviceInfo device, long errors, long now) {
    long total = hashes.sum();
    HashHistory begun = history.get();
    if (begun == null) {
      double none = Double.NaN;
      return new DeviceMeter(device, total, errors, none, none, none, none, none);
    }
    Point point = new Point(now - begun.start(), total);
    return new DeviceMeter(
        device,
        total,
        errors,
        shown(begun, point, SHORT, FIRST_SHOWN),
        shown(begun, point, MIDDLE, SHORT),
        shown(begun, point, LONG, MIDDLE),
        shown(begun, point, Long.MAX_VALUE, FIRST_SHOWN),
        begun.highestRate());
  }

  private static double shown(HashHistory history, Point now, long window, long shownFrom) {
    return now.nanos() < shownFrom ? Double.NaN : history.rate(window, now);
  }
}
