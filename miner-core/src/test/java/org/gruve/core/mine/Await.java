package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for other threads; the limit only turns a hang into a failure. */
final class Await {
  private static final long LIMIT_SECONDS = 30;

  private Await() {}

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(value).as("nothing came within %d s", LIMIT_SECONDS).isNotNull();
    return value;
  }

  static <T> List<T> next(int count, BlockingQueue<T> queue) throws InterruptedException {
    List<T> values = new ArrayList<>();
    while (values.size() < count) {
      values.add(next(queue));
    }
    return values;
  }

  /** Asks again and again: for what other threads do without telling, such as falling asleep. */
  @SuppressWarnings("ThreadPriorityCheck") // yields only to be kind to a machine of two cores
  static void until(String what, BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
      assertThat(waited).as("%s within %d s", what, LIMIT_SECONDS).isLessThan(LIMIT_SECONDS);
      Thread.yield();
    }
  }

  /** The youngest live thread of that name: tests of hanging devices leave some behind. */
  static Thread thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .max(Comparator.comparingLong(Thread::threadId))
        .orElseThrow(() -> new AssertionError("no thread " + name));
  }
}
