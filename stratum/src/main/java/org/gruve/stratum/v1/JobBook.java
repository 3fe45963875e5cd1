package org.gruve.stratum.v1;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.gruve.core.block.Target;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.jspecify.annotations.Nullable;

/** The jobs of a session whose shares may still be submitted, the newest last. */
final class JobBook {
  private static final int MAX_JOBS = 32;

  /** A job as it was handed to the workers, and what its notify said. */
  record Issued(Job job, JobBuilder source, Target poolTarget) {
    JobId id() {
      return source.said().job();
    }
  }

  private final JobOrigin origin;
  private final Terms terms;
  private final ShareCap cap;
  private final Deque<Issued> jobs = new ArrayDeque<>();

  /** Of the session that this one resumes, as long as their parent stands. */
  private final Deque<Issued> inherited = new ArrayDeque<>();

  JobBook(JobOrigin origin, Terms terms, ShareCap cap) {
    this.origin = origin;
    this.terms = terms;
    this.cap = cap;
  }

  /**
   * Takes a notify. A change of the parent makes it clean whatever it says.
   *
   * @param poolTarget what was in force when it came
   * @param owesClean whether a clean job before it never reached the workers
   */
  Job add(JobBuilder source, Target poolTarget, boolean owesClean) {
    Issued current = jobs.peekLast();
    boolean clean =
        source.said().clean()
            || current == null
            || !current.source().said().prevHash().equals(source.said().prevHash());
    Job job = source.build(terms.mask(), cap.apply(poolTarget), clean || owesClean, origin);
    if (clean) {
      jobs.clear();
      // The first job of any session is clean; what its pool resumes is void by a new parent only.
      inherited.removeIf(old -> !old.source().said().prevHash().equals(source.said().prevHash()));
    }
    // The same id with other contents replaces: its earlier shares would be judged by the new ones.
    jobs.removeIf(old -> isReplaced(old, source));
    inherited.removeIf(old -> isReplaced(old, source));
    keep(new Issued(job, source, poolTarget));
    return job;
  }

  /** The current job again, by the mask and the cap in force now; null before the first. */
  @Nullable Job reissue(boolean owesClean) {
    Issued current = jobs.peekLast();
    if (current == null) {
      return null;
    }
    Target target = cap.apply(current.poolTarget());
    Job job = current.source().build(terms.mask(), target, owesClean, origin);
    keep(new Issued(job, current.source(), current.poolTarget()));
    return job;
  }

  /** Whether the cap has come to bind the current job by more than a factor of two. */
  boolean isTooEasy() {
    Issued current = jobs.peekLast();
    return current != null
        && cap.apply(current.poolTarget())
                .value()
                .shiftLeft(1)
                .compareTo(current.job().shareTarget().value())
            < 0;
  }

  /** What was issued as this job; null where it is void or too old. */
  @Nullable Issued find(Job job) {
    return Stream.concat(jobs.stream(), inherited.stream())
        .filter(issued -> issued.job().equals(job))
        .findFirst()
        .orElse(null);
  }

  /** Takes over the jobs of a session that this one resumes, made with the same extranonce. */
  void adopt(JobBook lost, Extranonce extranonce) {
    Stream.concat(lost.inherited.stream(), lost.jobs.stream())
        .filter(issued -> issued.source().extranonce().equals(extranonce))
        .forEach(inherited::addLast);
    while (inherited.size() > MAX_JOBS) {
      inherited.removeFirst();
    }
  }

  int size() {
    return jobs.size();
  }

  private void keep(Issued issued) {
    jobs.addLast(issued);
    if (jobs.size() > MAX_JOBS) {
      jobs.removeFirst();
    }
  }

  private static boolean isReplaced(Issued old, JobBuilder source) {
    return old.id().equals(source.said().job()) && !sameCoinbase(old, source);
  }

  private static boolean sameCoinbase(Issued old, JobBuilder source) {
    Message.Notify a = old.source().said();
    Message.Notify b = source.said();
    return old.source().extranonce().equals(source.extranonce())
        && a.coinb1().equals(b.coinb1())
        && a.coinb2().equals(b.coinb2())
        && a.branch().equals(b.branch())
        && a.version() == b.version()
        && a.nbits() == b.nbits();
  }
}
