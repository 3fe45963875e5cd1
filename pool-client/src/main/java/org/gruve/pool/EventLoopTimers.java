package org.gruve.pool;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The system's clock, and deadlines on an event loop. */
record EventLoopTimers(EventLoop eventLoop) implements Timers {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Scheduled after(Duration delay, Runnable task) {
    ScheduledFuture<?> pending =
        eventLoop.schedule(() -> reporting(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /** A scheduled future keeps what its task throws to itself, so it is told to the thread here. */
  private static void reporting(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
