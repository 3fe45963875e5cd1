package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * A count as it stood at about every second of its last 17 minutes. One writer a second wins the
 * right to enter a point, and makes no garbage with it; readers may miss the newest.
 *
 * <p>No reader takes half of a point for a whole one. A slot's moment is its stamp: it is cleared
 * before the count changes and set after it, and never comes again, since it only grows. So a count
 * belongs to its moment if the moment is the same before and after the count is read.
 */
final class HashHistory {
  private static final long TICK = TimeUnit.SECONDS.toNanos(1);
  private static final int SLOTS = 1024;

  private final long start;
  private final AtomicLong lastTick = new AtomicLong();

  // 0 stands for an empty slot: at the start the count is 0 anyway.
  private final AtomicLongArray moments = new AtomicLongArray(SLOTS);
  private final AtomicLongArray counts = new AtomicLongArray(SLOTS);
  private final DoubleAccumulator highest =
      new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);

  HashHistory(long start) {
    this.start = start;
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

  /**
   * Enters the count at a moment, {@code nanos} after the start, and the short rate then if it is a
   * number.
   */
  void add(long nanos, long count, double rate) {
    int slot = (int) (nanos / TICK % SLOTS);
    moments.set(slot, 0);
    counts.set(slot, count);
    moments.set(slot, nanos);
    if (!Double.isNaN(rate)) {
      highest.accumulate(rate);
    }
  }

  double highestRate() {
    double rate = highest.get();
    return rate == Double.NEGATIVE_INFINITY ? Double.NaN : rate;
  }

  /**
   * Hashes per second over the window that ends {@code nanos} after the start, when the count is
   * {@code count}; or since the start.
   */
  double rate(long window, long nanos, long count) {
    if (window >= nanos) {
      return perSecond((double) count, nanos);
    }
    return perSecond(count - countAt(nanos - window, nanos, count), window);
  }

  /** The count at a moment, on the straight line between the two points around it. */
  private double countAt(long nanos, long nowNanos, long nowCount) {
    long before = 0;
    long countBefore = 0;
    long after = nowNanos;
    long countAfter = nowCount;
    for (int slot = 0; slot < SLOTS; slot++) {
      long moment = moments.get(slot);
      long count = counts.get(slot);
      if (moments.get(slot) != moment) {
        continue;
      }
      if (moment > before && moment <= nanos) {
        before = moment;
        countBefore = count;
      } else if (moment > nanos && moment < after) {
        after = moment;
        countAfter = count;
      }
    }
    double part = (double) (nanos - before) / (after - before);
    return countBefore + part * (countAfter - countBefore);
  }

  private static double perSecond(double hashes, long nanos) {
    return hashes * TICK / nanos;
  }
}
