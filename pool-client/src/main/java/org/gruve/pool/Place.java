package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.work.Job;
import org.jspecify.annotations.Nullable;

/** One upstream as its owner sees it. Confined to the event loop. */
final class Place {
  private final Upstream upstream;
  private final int rank;
  private boolean engaged;
  private boolean releasing;
  private @Nullable Job job;
  private @Nullable Job told;
  private boolean holds;
  private long holdsSince;
  private boolean failed;
  private int failures;
  private boolean hopeless;

  /**
   * A place at rest.
   *
   * @param rank its number among all, the most wanted is 0
   */
  Place(Upstream upstream, int rank) {
    this.upstream = upstream;
    this.rank = rank;
  }

  Upstream upstream() {
    return upstream;
  }

  Account account() {
    return upstream.account();
  }

  int rank() {
    return rank;
  }

  /** The job that it has now. */
  @Nullable Job job() {
    return job;
  }

  boolean hasJob() {
    return job != null;
  }

  /** Since when it has jobs, but for moments between them; asked only where it has. */
  long holdsSince() {
    return holdsSince;
  }

  /** Whether its last attempt or session failed, and no job came since. */
  boolean hasFailed() {
    return failed;
  }

  /** Failures since its last job. */
  int failures() {
    return failures;
  }

  /** Whether no second try is likely to help. */
  boolean isHopeless() {
    return hopeless;
  }

  void jobCame(Job newJob, long now) {
    job = newJob;
    if (!holds) {
      holds = true;
      holdsSince = now;
    }
    failed = false;
    failures = 0;
    hopeless = false;
  }

  void jobWent() {
    job = null;
  }

  void failed(boolean withoutHope) {
    interrupted();
    failed = true;
    failures++;
    hopeless = withoutHope;
  }

  /** It goes on at once, by another way. */
  void interrupted() {
    job = null;
    holds = false;
  }

  /** Whether its job is one that nobody was told of; it is from now on. */
  boolean isNews() {
    boolean news = job != null && !job.equals(told);
    told = job;
    return news;
  }

  boolean isOpen() {
    return engaged || releasing;
  }

  boolean isEngaged() {
    return engaged;
  }

  void engage() {
    engaged = true;
    upstream.engage();
  }

  void release(Duration patience) {
    engaged = false;
    releasing = true;
    interrupted();
    failed = false;
    upstream.release(patience);
  }

  void released() {
    releasing = false;
  }
}
