package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * A count as it stood at about every second of its last 17 minutes. One writer a second wins the
 * right to enter a point; readers see whole points, and may miss the newest.
 */
final class HashHistory {
  private static final long TICK = TimeUnit.SECONDS.toNanos(1);
  private static final int SLOTS = 1024;

  /** The count at a moment, counted from the start. */
  record Point(long nanos, long hashes) {}

  private final long start;
  private final AtomicLong lastTick = new AtomicLong();
  private final AtomicReferenceArray<Point> points = new AtomicReferenceArray<>(SLOTS);
  private final DoubleAccumulator highest =
      new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);

  HashHistory(long start) {
    this.start = start;
    points.set(0, new Point(0, 0));
  }

  /** The clock's value at the beginning. */
  long start() {
    return start;
  }

  /** Whether a second has begun in which the caller, and no other, is to enter a point. */
  boolean isDue(long now) {
    long tick = (now - start) / TICK;
    long last = lastTick.get();
    return tick > last && lastTick.compareAndSet(last, tick);
  }

  /** Enters a point, and the short rate at that moment if it is a number. */
  void add(Point point, double rate) {
    points.set((int) (point.nanos() / TICK % SLOTS), point);
    if (!Double.isNaN(rate)) {
      highest.accumulate(rate);
    }
  }

  double highestRate() {
    double rate = highest.get();
    return rate == Double.NEGATIVE_INFINITY ? Double.NaN : rate;
  }

  /** Hashes per second over the window that ends with {@code now}, or since the start. */
  double rate(long windowNanos, Point now) {
    if (windowNanos >= now.nanos()) {
      return perSecond((double) now.hashes(), now.nanos());
    }
    return perSecond(now.hashes() - countAt(now.nanos() - windowNanos, now), windowNanos);
  }

  /** The count at a moment, on the straight line between the two points around it. */
  private double countAt(long nanos, Point now) {
    Point before = new Point(0, 0);
    Point after = now;
    for (int i = 0; i < SLOTS; i++) {
      Point point = points.get(i);
      if (point == null) {
        continue;
      }
      if (point.nanos() <= nanos) {
        before = point.nanos() > before.nanos() ? point : before;
      } else {
        after = point.nanos() < after.nanos() ? point : after;
      }
    }
    double part = (double) (nanos - before.nanos()) / (after.nanos() - before.nanos());
    return before.hashes() + part * (after.hashes() - before.hashes());
  }

  private static double perSecond(double hashes, long nanos) {
    return hashes * TICK / nanos;
  }
}
