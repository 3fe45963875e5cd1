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
    // A scheduled future keeps what its task throws to itself, so it is reported.
    ScheduledFuture<?> pending =
        eventLoop.schedule(() -> Reported.run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }
}
