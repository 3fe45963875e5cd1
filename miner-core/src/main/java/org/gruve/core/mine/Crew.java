package org.gruve.core.mine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The threads of one device. */
final class Crew {
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
   * Waits for the threads until {@link System#nanoTime} shows {@code deadline}, then closes the
   * device. Under a thread that still uses it, it is left open: freeing what a native call works on
   * can take the whole process down.
   */
  void close(long deadline) {
    try {
      for (Thread thread : threads) {
        awaitEnd(thread, deadline);
      }
      station.device().close();
    } catch (RuntimeException e) {
      station.fail(e);
    }
  }

  private void awaitEnd(Thread thread, long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new DeviceException(
          "worker " + thread.getName() + " did not end in time; its device is left as it is");
    }
  }

  private Thread thread(int index, Runnable worker) {
    return Thread.ofPlatform()
        .daemon()
        .name(name(index))
        .uncaughtExceptionHandler((thread, problem) -> station.fail(problem))
        .unstarted(worker);
  }

  /** A GPU's one thread is named like the device; the CPU's are numbered even where it is one. */
  private String name(int index) {
    boolean alone = station.device().workers() == 1 && !station.info().backend().equals("cpu");
    return alone ? station.info().id() : station.info().id() + "-" + index;
  }
}
