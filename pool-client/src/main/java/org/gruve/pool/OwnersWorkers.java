package org.gruve.pool;

import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;

/** The workers as one upstream sees them: its owner decides who mines for whom. */
record OwnersWorkers(Upstream upstream, UpstreamOwner owner) implements JobSink {
  @Override
  public void assign(Job job) {
    owner.job(upstream, job);
  }

  @Override
  public void park() {
    owner.noJob(upstream);
  }
}
