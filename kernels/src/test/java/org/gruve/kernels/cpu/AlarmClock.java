package org.gruve.kernels.cpu;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** A miner's clock that wakes whoever waits for a moment when a worker sees it come. */
final class AlarmClock implements LongSupplier {
  private volatile Alarm next = Alarm.in(Duration.ZERO);

  @Override
  public long getAsLong() {
    long now = System.nanoTime();
    next.ringIfDue(now);
    return now;
  }

  /** Waits so long, without being a burden to the workers. */
  void await(Duration time) throws InterruptedException {
    Alarm alarm = Alarm.in(time);
    next = alarm;
    alarm.rung.await();
  }

  private record Alarm(long at, CountDownLatch rung) {
    static Alarm in(Duration time) {
      return new Alarm(System.nanoTime() + time.toNanos(), new CountDownLatch(1));
    }

    void ringIfDue(long now) {
      if (now - at >= 0) {
        rung.countDown();
      }
    }
  }
}
