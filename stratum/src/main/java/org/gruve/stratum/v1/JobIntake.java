package org.gruve.stratum.v1;

import org.gruve.core.block.Target;
import org.gruve.core.work.Job;
import org.jspecify.annotations.Nullable;

/** Takes notifies: binds them to the terms in force, counts the bad ones, passes on the jobs. */
final class JobIntake {
  private static final int MAX_BAD_IN_A_ROW = 3;

  /** A notify that came before the answer to subscribe. */
  private record Early(Message.Notify said, Target target) {}

  private final Terms terms;
  private final JobBook book;
  private final JobGate gate;
  private final Submissions submissions;
  private final ClientLink link;
  private @Nullable Early early;
  private int bad;

  JobIntake(Terms terms, JobBook book, JobGate gate, Submissions submissions, ClientLink link) {
    this.terms = terms;
    this.book = book;
    this.gate = gate;
    this.submissions = submissions;
    this.link = link;
  }

  void notify(Message.Notify notify, long now) {
    take(notify, terms.target(), now);
  }

  /** The extranonce is known now: a notify that came too early can be used. */
  void subscribed(long now) {
    Early waiting = early;
    early = null;
    if (waiting != null) {
      take(waiting.said(), waiting.target(), now);
    }
  }

  private void take(Message.Notify notify, Target target, long now) {
    Extranonce extranonce = terms.takeExtranonce();
    if (extranonce == null) {
      early = new Early(notify, target);
      return;
    }
    try {
      Job job = book.add(new JobBuilder(notify, extranonce), target, gate.owesClean());
      bad = 0;
      if (job.clean()) {
        submissions.clean();
      }
      gate.offer(job, now);
    } catch (IllegalArgumentException e) {
      bad("mining.notify " + e.getMessage(), now);
    }
  }

  /** A job that cannot be used: the one before it is mined on. */
  void bad(String reason, long now) {
    bad++;
    if (bad >= MAX_BAD_IN_A_ROW) {
      link.close(
          new Ending.Retry("The pool sent 3 unusable jobs in a row; the last " + reason + "."));
    } else {
      link.oddity("A job was ignored: " + reason + ".", now);
    }
  }

  /** The mask or the cap has changed: the current job goes out again, bound to the new ones. */
  void reissue(long now) {
    Job job = book.reissue(gate.owesClean());
    if (job != null) {
      gate.offer(job, now);
    }
  }
}
