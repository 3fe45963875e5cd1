package org.gruve.core.mine;

import org.gruve.core.work.Job;

/** Door 1: where a pool or node leaves its jobs for the workers. Any thread may call it. */
public interface JobSink {
  /** All workers turn to this job within a batch. */
  void assign(Job job);

  /** No job: all workers park within a batch, until the next {@link #assign}. */
  void park();
}
