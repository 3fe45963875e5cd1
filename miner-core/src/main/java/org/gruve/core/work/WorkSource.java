package org.gruve.core.work;

import java.util.Optional;

/**
 * Hands out the slices of a job so that no two overlap: by extranonce2; where there is none, by
 * versions; else by nonce range; when all are used it advances ntime, at most by the seconds that
 * have passed since the job came. Safe for use by many workers.
 */
public final class WorkSource {
  private final Job job;

  /** Starts at the beginning of the job's space. */
  public WorkSource(Job job) {
    this.job = job;
  }

  /** The job that is sliced. */
  public Job job() {
    return job;
  }

  /**
   * The next slice.
   *
   * @param elapsedSeconds whole seconds since the job came
   * @return empty when the space is used up until another second has passed
   */
  public Optional<Work> next(long elapsedSeconds) {
    throw new UnsupportedOperationException();
  }

  /**
   * The source for a job that follows this one. Where it is the same coinbase, branch, parent and
   * extranonce1 again (with another id, difficulty, mask or time), counting goes on instead of
   * starting anew, so that nothing is scanned or submitted twice.
   */
  public WorkSource follow(Job next) {
    throw new UnsupportedOperationException();
  }
}
