package org.gruve.core.mine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One thread that looks at all calls into devices a few times a second, and says which do not
 * return.
 *
 * <p>It counts only time in which it could look itself, a second at most from one look to the next.
 * So a program that was stopped for a minute (Ctrl-Z, a sleeping laptop, a machine out of memory)
 * does not take its devices for dead when it goes on.
 */
final class DeviceWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 250;
  private static final long MOST_COUNTED = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier clock;
  private final List<WatchedCalls> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private long last;
  private long watched;

  DeviceWatch(LongSupplier clock) {
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  void add(WatchedCalls more) {
    calls.add(more);
  }

  /** Starts the thread, if there is anything to watch. */
  void start() {
    if (!calls.isEmpty()) {
      Thread.ofPlatform().daemon().name("device-watch").start(this::run);
    }
  }

  private void run() {
    try {
      while (!closed.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts it but to end it.
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once at all calls; for one thread. */
  void look() {
    long now = clock.getAsLong();
    watched += Math.clamp(now - last, 0, MOST_COUNTED);
    last = now;
    calls.forEach(one -> one.look(watched));
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
