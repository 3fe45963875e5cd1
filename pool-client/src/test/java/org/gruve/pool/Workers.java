package org.gruve.pool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;

/** Keeps what came through door 1: job ids, and "park". */
final class Workers implements JobSink {
  private final List<String> orders = new CopyOnWriteArrayList<>();

  @Override
  public void assign(Job job) {
    orders.add(job.id());
  }

  @Override
  public void park() {
    orders.add("park");
  }

  List<String> orders() {
    return orders;
  }
}
