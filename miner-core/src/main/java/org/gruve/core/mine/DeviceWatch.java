package org.gruve.core.mine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One thread that looks at all calls into devices a few times a second, and says which do not
 * return.
 */
final class DeviceWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 250;

  private final WatchedTime time;
  private final List<WatchedCalls> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private long watched;

  DeviceWatch(LongSupplier clock) {
    this.time = new WatchedTime(clock);
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
    watched += time.step();
    calls.forEach(one -> one.look(watched));
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
