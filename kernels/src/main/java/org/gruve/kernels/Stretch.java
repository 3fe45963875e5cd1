package org.gruve.kernels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A time in which all workers of a device scan: when it is over, and what they have scanned second
 * by second. Safe for all of them.
 */
final class Stretch {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier clock;
  private final long start;
  private final long nanos;
  private final Predicate<List<Double>> enough;
  private final BenchmarkWatch watch;
  private final BenchmarkWatch.Stage stage;
  private final List<Double> seconds = new ArrayList<>();
  private long hashes;
  private long end;
  private int entered;
  private volatile Progress progress = Progress.NONE;
  private volatile boolean over;
  private Progress told = Progress.NONE;

  /** How far it is, and hashes per second lately. */
  private record Progress(double seconds, double hashrate) {
    static final Progress NONE = new Progress(0, 0);
  }

  /**
   * Begins now.
   *
   * @param enough whether the rates of the seconds so far allow it to end before its time
   */
  Stretch(
      LongSupplier clock,
      Duration longest,
      Predicate<List<Double>> enough,
      BenchmarkWatch watch,
      BenchmarkWatch.Stage stage) {
    this.clock = clock;
    this.start = clock.getAsLong();
    this.end = start;
    this.nanos = longest.toNanos();
    this.enough = enough;
    this.watch = watch;
    this.stage = stage;
  }

  long now() {
    return clock.getAsLong();
  }

  /** Nanoseconds in which another batch may be started, 0 or less when there are none. */
  long left(long now) {
    return over || watch.isStopping() ? 0 : start + nanos - now;
  }

  /** Passes on to the watch how far it is. For one thread, which may block: workers do not wait. */
  void tell() {
    Progress latest = progress;
    if (!latest.equals(told)) {
      told = latest;
      watch.progress(stage, latest.seconds(), latest.hashrate());
    }
  }

  /** Ends it at once, because a worker has failed. */
  void end() {
    over = true;
  }

  /** Enters what a worker has scanned between two times, as if at an even pace. */
  synchronized void scanned(long count, long from, long to) {
    hashes += count;
    end = Math.max(end, to);
    double perNano = (double) count / Math.max(1, to - from);
    for (long at = from; at < to; ) {
      int second = (int) Math.max(0, (at - start) / SECOND);
      long until = Math.min(to, start + (second + 1) * SECOND);
      while (seconds.size() <= second) {
        seconds.add(0.0);
      }
      seconds.set(second, seconds.get(second) + perNano * (until - at));
      at = until;
    }
    enter(to);
  }

  /** Hashes per second in each whole second; what other workers still owe is missing at its end. */
  synchronized List<Double> perSecond() {
    int whole = (int) Math.min((end - start) / SECOND, nanos / SECOND);
    return List.copyOf(seconds.subList(0, Math.min(whole, seconds.size())));
  }

  synchronized long hashes() {
    return hashes;
  }

  /** From the start to the end of the last batch. */
  synchronized double elapsed() {
    return (end - start) / 1e9;
  }

  /** The second before the last is whole: no batch is that long. */
  private void enter(long now) {
    int whole = (int) ((now - start) / SECOND) - 1;
    if (whole > entered && whole <= seconds.size()) {
      entered = whole;
      progress = new Progress((now - start) / 1e9, seconds.get(whole - 1));
      over |= enough.test(List.copyOf(seconds.subList(0, whole)));
    }
  }
}
