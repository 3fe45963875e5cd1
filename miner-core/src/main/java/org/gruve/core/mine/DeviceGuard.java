package org.gruve.core.mine;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Does something with a device outside of mining, such as opening or testing it, on a daemon thread
 * of its own, and gives up when that does not end: a driver that hangs must not take the program
 * with it. Only time in which the guard could look itself is counted, as in mining.
 */
public final class DeviceGuard {
  private static final long LOOK_EVERY_MILLIS = 250;

  private final Duration limit;
  private final LongSupplier clock;
  private final BooleanSupplier stopping;

  /** A guard of so much patience, which is soon at its end once the user wants to stop. */
  public DeviceGuard(Duration limit, LongSupplier clock, BooleanSupplier stopping) {
    this.limit = limit;
    this.clock = clock;
    this.stopping = stopping;
  }

  /**
   * Does it, and returns what comes of it. Throws what it throws, and {@link DeviceException} when
   * it does not end; then its thread is left behind.
   */
  public <T> T call(String thread, Callable<T> task) {
    FutureTask<T> pending = new FutureTask<>(task);
    DeviceThreads.named(thread).start(pending);
    WatchedTime time = new WatchedTime(clock);
    StopPatience patience = new StopPatience(stopping);
    long waited = 0;
    while (true) {
      try {
        return pending.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long step = time.step();
        waited += step;
        if (waited > limit.toNanos()) {
          throw HungDevice.because(limit);
        }
        if (patience.endsAfter(step)) {
          throw StopPatience.ended();
        }
      } catch (ExecutionException e) {
        throw unwrapped(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DeviceException("interrupted while a device was in use", e);
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException known -> known;
      case Error broken -> new DeviceException("stopped by an unexpected " + broken, broken);
      case null, default -> new DeviceException("stopped by an unexpected " + e.getCause(), e);
    };
  }
}
