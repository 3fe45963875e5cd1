package org.gruve.core.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.gruve.core.work.Job;
import org.gruve.core.work.WorkSource;

/**
 * Door 1. A new assignment is one volatile write, which working workers notice by one volatile read
 * between batches; only those with nothing to do wait here.
 *
 * <p>No wakeup can be lost: the write and the signal happen under the lock under which a waiter
 * compares generations before it sleeps. So either the waiter sees the new generation, or it is
 * already in the queue that the signal empties. Waiting sleeps in the operating system; nothing
 * spins or polls.
 */
final class Door {
  /** More than there are pools side by side, a few jobs of each. */
  private static final int MOST_RECENT = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LongSupplier clock;
  private volatile Assignment current;

  // Guarded by the lock, the latest first. They outlive a parked time, and jobs of other pools in
  // between: a pool that comes back with the same coinbase must not get the same shares again.
  private final Deque<WorkSource> recent = new ArrayDeque<>();

  Door(LongSupplier clock) {
    this.clock = clock;
    this.current = Assignment.parked(clock.getAsLong());
  }

  Assignment current() {
    return current;
  }

  void assign(Job job) {
    lock.lock();
    try {
      WorkSource source = sourceOf(job);
      recent.addFirst(source);
      turnTo(current.next(source, clock.getAsLong()));
    } finally {
      lock.unlock();
    }
  }

  private WorkSource sourceOf(Job job) {
    for (WorkSource before : recent) {
      if (before.isSameSpace(job)) {
        recent.remove(before);
        return before.follow(job);
      }
    }
    if (recent.size() >= MOST_RECENT) {
      recent.removeLast();
    }
    return new WorkSource(job);
  }

  void park() {
    lock.lock();
    try {
      turnTo(current.next(null, clock.getAsLong()));
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      turnTo(current.ended(clock.getAsLong()));
    } finally {
      lock.unlock();
    }
  }

  /** Has those who sleep look again at what they wait for, though the assignment stays. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void turnTo(Assignment next) {
    if (!current.end()) {
      current = next;
      changed.signalAll();
    }
  }

  /** Sleeps until another generation than {@code seen} stands. */
  void awaitChange(long seen) {
    lock.lock();
    try {
      while (current.generation() == seen) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sleeps until another generation than {@code seen} stands, or what holds back does no more. */
  void awaitChange(long seen, BooleanSupplier heldBack) {
    lock.lock();
    try {
      while (current.generation() == seen && heldBack.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sleeps until another generation than {@code seen} stands or the clock shows {@code until}. */
  void awaitChange(long seen, long until) {
    lock.lock();
    try {
      long left = until - clock.getAsLong();
      while (current.generation() == seen && left > 0) {
        left = Math.min(changed.awaitNanos(left), until - clock.getAsLong());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a mining worker was interrupted; only closing ends it", e);
    } finally {
      lock.unlock();
    }
  }
}
