package org.gruve.core.mine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The threads of one device. */
final class Crew {
  private static final long LEAST_TO_CLOSE = TimeUnit.MILLISECONDS.toNanos(300);

  private final Station station;
  private final List<Thread> threads;

  Crew(Station station, IntFunction<Runnable> worker) {
    this.station = station;
    this.threads =
        IntStream.range(0, station.device().workers())
            .mapToObj(index -> thread(index, worker.apply(index)))
            .toList();
  }

  void start() {
    threads.forEach(Thread::start);
  }

  boolean isWatched() {
    return station.isWatched();
  }

  boolean isOf(String device) {
    return station.info().id().equals(device);
  }

  void pause(boolean rest) {
    station.pause(rest);
  }

  DeviceMeter meter() {
    return station.meter();
  }

  /**
   * Waits for the threads a while, then closes the device. Under a thread that still uses it, and
   * where it is dead, it is left open: freeing what a native call works on can take the whole
   * process down, and a dead device's driver may never return from it.
   */
  void close(Duration patience) {
    if (station.isDead()) {
      return;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!threads.stream().allMatch(thread -> hasEnded(thread, deadline))) {
        station.die(unended("its last batch did not end"));
      } else if (station.isWatched()) {
        closeAside(deadline);
      } else {
        station.device().close();
      }
    } catch (RuntimeException e) {
      station.fail(e);
    }
  }

  /** On a thread of its own, since a driver may hang here, too. */
  private void closeAside(long deadline) {
    Thread closer =
        DeviceThreads.named("close-" + station.info().id())
            .uncaughtExceptionHandler((thread, problem) -> station.fail(problem))
            .start(station.device()::close);
    // What little it may take even when the threads have used up all patience.
    if (!hasEnded(closer, Math.max(deadline, System.nanoTime() + LEAST_TO_CLOSE))) {
      station.die(unended("its driver did not close it"));
    }
  }

  private static DeviceException unended(String what) {
    return new DeviceException(what + " in time, so it is left as it is; restart the program");
  }

  private static boolean hasEnded(Thread thread, long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private Thread thread(int index, Runnable worker) {
    return DeviceThreads.named(name(index))
        .uncaughtExceptionHandler((thread, problem) -> station.fail(problem))
        .unstarted(worker);
  }

  /** A GPU's one thread is named like the device; the CPU's are numbered even where it is one. */
  private String name(int index) {
    boolean alone = station.device().workers() == 1 && station.info().hasDriver();
    return alone ? station.info().id() : station.info().id() + "-" + index;
  }
}
