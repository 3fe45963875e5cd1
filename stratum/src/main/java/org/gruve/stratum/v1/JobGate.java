package org.gruve.stratum.v1;

import org.gruve.core.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * Lets jobs out to the workers: none before the login, in a storm only the newest at the next tick
 * (docs/stratum-v1.md, 9). The burst lets a fast practice chain pass at full pace.
 */
final class JobGate {
  private final ClientLink link;
  private final TokenBucket switches = new TokenBucket(20, 100);
  private @Nullable Job waiting;
  private boolean open;

  JobGate(ClientLink link) {
    this.link = link;
  }

  /** Whether the job that waits would have voided those before it: the one in its place must. */
  boolean owesClean() {
    return waiting != null && waiting.clean();
  }

  void offer(Job job, long now) {
    waiting = job;
    if (open && switches.take(now)) {
      release();
    }
  }

  void open() {
    open = true;
    release();
  }

  void tick() {
    if (open) {
      release();
    }
  }

  private void release() {
    Job job = waiting;
    waiting = null;
    if (job != null) {
      link.job(job);
    }
  }
}
