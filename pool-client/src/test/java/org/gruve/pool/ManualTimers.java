package org.gruve.pool;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test says so. Due tasks run on the event loop, in order. */
public final class ManualTimers implements Timers {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final EventLoop eventLoop;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private long now;
  private long number;
  private Duration jumped = Duration.ZERO;

  /** Stands still at a nanoTime of 0. */
  public ManualTimers(EventLoop eventLoop) {
    this.eventLoop = eventLoop;
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Instant now() {
    return START.plusNanos(now).plus(jumped);
  }

  /** The time of day jumps, as where a clock is set; no time passes. */
  public synchronized void jump(Duration time) {
    jumped = jumped.plus(time);
  }

  /** How many tasks are still to run. */
  public synchronized int pending() {
    return tasks.size();
  }

  @Override
  public synchronized Scheduled after(Duration delay, Runnable action) {
    Task task = new Task(now + Math.max(0, delay.toNanos()), number++, action);
    tasks.add(task);
    return () -> cancel(task);
  }

  /**
   * Lets time pass. When it returns, all that fell due in between has run, each at its own moment,
   * and so has what was waiting on the event loop before.
   */
  public void advance(Duration time) {
    if (eventLoop.inEventLoop()) {
      runUntil(nanoTime() + time.toNanos());
    } else {
      eventLoop.submit(() -> runUntil(nanoTime() + time.toNanos())).syncUninterruptibly();
    }
  }

  private void runUntil(long end) {
    for (Task task = nextDue(end); task != null; task = nextDue(end)) {
      task.action().run();
    }
  }

  private synchronized @Nullable Task nextDue(long end) {
    Task first = tasks.peek();
    if (first == null || first.due() > end) {
      now = end;
      return null;
    }
    now = Math.max(now, first.due());
    return tasks.poll();
  }

  private synchronized void cancel(Task task) {
    tasks.remove(task);
  }

  private record Task(long due, long number, Runnable action) {}
}
