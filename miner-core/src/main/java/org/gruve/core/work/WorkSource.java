package org.gruve.core.work;

import java.util.Optional;

/**
 * Hands out the slices of a job so that no two overlap: by extranonce2; where there is none, by
 * versions; else by nonce range; when all are used it advances ntime, at most by the seconds that
 * have passed since the job came. Safe for use by many workers.
 */
public final class WorkSource {
  /** Pools take no ntime further ahead of their job's (ckpool: 7000 s, others: 7200 s). */
  private static final long MOST_ROLL = 7000;

  private final Job job;
  private final Slices slices;
  private final Cursor cursor;
  private final long startTime;

  /** Starts at the beginning of the job's space. */
  public WorkSource(Job job) {
    this(job, Slices.of(job), time(job), 0);
  }

  private WorkSource(Job job, Slices slices, long startTime, long first) {
    this(job, slices, new Cursor(slices.last(), startTime, first));
  }

  private WorkSource(Job job, Slices slices, Cursor cursor) {
    this.job = job;
    this.slices = slices;
    this.cursor = cursor;
    this.startTime = cursor.time();
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
    long rolled = time(job) + Math.clamp(elapsedSeconds, 0, MOST_ROLL);
    return cursor
        .next(Math.max(rolled, startTime))
        .map(point -> slices.slice(job, point.time(), point.number()));
  }

  /**
   * The source for a job that follows this one. Where it is the same coinbase, branch, parent and
   * extranonce1 again (with another id, difficulty, mask or time), counting goes on instead of
   * starting anew, so that nothing is scanned or submitted twice.
   */
  public WorkSource follow(Job next) {
    Slices nextSlices = Slices.of(next);
    if (!isSameSpace(next)) {
      return new WorkSource(next, nextSlices, time(next), 0);
    }
    if (cursor.time() > time(next) + MOST_ROLL) {
      return new WorkSource(next, nextSlices, time(next), cursor.position());
    }
    if (isCutAlike(next)) {
      cursor.advanceTo(time(next));
      return new WorkSource(next, nextSlices, cursor);
    }
    return new WorkSource(next, nextSlices, Math.max(time(next), cursor.end() + 1), 0);
  }

  /** Whether a job has the same coinbase, branch, parent and extranonce1 as this source's. */
  public boolean isSameSpace(Job next) {
    HeaderTemplate here = job.header();
    HeaderTemplate there = next.header();
    return here.version() == there.version()
        && here.nbits() == there.nbits()
        && here.prevHash().equals(there.prevHash())
        && job.merkle().equals(next.merkle());
  }

  /** Another mask cuts one root differently; where extranonce2 is counted it does no harm. */
  private boolean isCutAlike(Job next) {
    return slices instanceof Slices.ByExtranonce2 || Slices.rollable(job) == Slices.rollable(next);
  }

  private static long time(Job job) {
    return Integer.toUnsignedLong(job.header().time());
  }
}
