package org.gruve.pool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;

/** Keeps what came through door 1: job ids, and "park". */
final class Workers implements JobSink {
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private final CountDownLatch parked = new CountDownLatch(1);

  @Override
  public void assign(Job job) {
    orders.add(job.id());
  }

  @Override
  public void park() {
    orders.add("park");
    parked.countDown();
  }

  /** Waits for the first park. */
  void awaitPark() {
    try {
      if (!parked.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("never parked; only " + orders);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  List<String> orders() {
    return orders;
  }
}
