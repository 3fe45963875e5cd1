package org.gruve.pool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gruve.core.mine.ShareSink;
import org.gruve.core.work.Share;

/**
 * Door 2: brings shares from the workers' threads to the event loop. Holds a bounded number; when
 * the loop does not keep up, the oldest give way, and are handed over as such; but never a block.
 */
final class ShareInbox implements ShareSink {
  static final int CAPACITY = 1000;

  private final BlockingQueue<Share> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Executor loop;
  private final Consumer<Share> taken;
  private final Consumer<Share> dropped;

  /**
   * @param taken gets each share, in order, on the loop
   * @param dropped gets each share that there was no room for, on the loop
   */
  ShareInbox(Executor loop, Consumer<Share> taken, Consumer<Share> dropped) {
    this.loop = loop;
    this.taken = taken;
    this.dropped = dropped;
  }

  @Override
  public void offer(Share share) {
    while (!queue.offer(share)) {
      Share oldest = queue.poll();
      if (oldest != null) {
        Consumer<Share> way = oldest.isBlock() ? taken : dropped;
        loop.execute(() -> way.accept(oldest));
      }
    }
    wake();
  }

  /**
   * Hands over what is there, on the loop. At most as much as fits, so that workers who find faster
   * than this hands over never keep the loop from hearing the pool that could stop them.
   */
  void drain() {
    awake.set(false);
    for (int left = CAPACITY; left > 0; left--) {
      Share share = queue.poll();
      if (share == null) {
        return;
      }
      taken.accept(share);
    }
    wake();
  }

  private void wake() {
    if (awake.compareAndSet(false, true)) {
      loop.execute(this::drain);
    }
  }
}
