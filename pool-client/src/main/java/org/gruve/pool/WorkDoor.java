package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Door 1 as a pool uses it. After a share that is a block the workers pause until the next job, a
 * refusal, or one second: every further hash on that block's parent would be stale. Confined to the
 * event loop.
 */
final class WorkDoor {
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final JobSink workers;
  private final Timers timers;
  private @Nullable Job current;
  private @Nullable Share block;
  private Timers.@Nullable Scheduled pauseEnd;
  private boolean shut;

  WorkDoor(JobSink workers, Timers timers) {
    this.workers = workers;
    this.timers = timers;
  }

  /** The workers turn to this job; after a block only if it has another parent, or later. */
  void assign(Job job) {
    current = job;
    if (block != null && pauseEnd != null && hasSameParent(block.job(), job)) {
      return;
    }
    endPause();
    if (!shut) {
      workers.assign(job);
    }
  }

  /** The session is lost: its job is void. */
  void park() {
    endPause();
    current = null;
    workers.park();
  }

  /** The workers park, and no job reaches them any more. */
  void shut() {
    shut = true;
    park();
  }

  /** A share is about to be sent. */
  void sending(Share share) {
    if (block == null && isBlock(share)) {
      block = share;
    }
  }

  /** The share was sent, and has not been answered yet if it is still the awaited block. */
  void sent(Share share) {
    if (share.equals(block) && !shut) {
      workers.park();
      pauseEnd = timers.after(LONGEST_PAUSE, this::resume);
    }
  }

  /** A share was answered. An accepted block's next job is on its way, so the pause goes on. */
  void answered(ShareResult result) {
    if (!result.share().equals(block)) {
      return;
    }
    if (pauseEnd == null) {
      block = null;
    } else if (result.outcome() != Outcome.ACCEPTED) {
      resume();
    }
  }

  private boolean isBlock(Share share) {
    return current != null && hasSameParent(share.job(), current) && share.isBlock();
  }

  private static boolean hasSameParent(Job one, Job other) {
    return one.header().prevHash().equals(other.header().prevHash());
  }

  private void resume() {
    endPause();
    if (current != null && !shut) {
      workers.assign(current);
    }
  }

  private void endPause() {
    block = null;
    if (pauseEnd != null) {
      pauseEnd.cancel();
      pauseEnd = null;
    }
  }
}
