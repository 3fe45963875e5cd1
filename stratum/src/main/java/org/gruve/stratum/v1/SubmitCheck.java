package org.gruve.stratum.v1;

import java.util.Set;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/**
 * The form of a submitted share, with the code of the first thing that is wrong
 * (docs/stratum-v1.md, 5).
 */
final class SubmitCheck {
  private static final long SECOND = 1_000_000_000L;
  private static final long CLOCK_SLACK = 300;
  private static final long MAX_AHEAD = 7200;

  private final ServerTerms terms;
  private final ServerJobs jobs;
  private final Set<String> users;

  SubmitCheck(ServerTerms terms, ServerJobs jobs, Set<String> users) {
    this.terms = terms;
    this.jobs = jobs;
    this.users = users;
  }

  /** A share whose form is right, or why it is not. */
  sealed interface Outcome {
    /** To be judged by its hash. */
    record Formed(SubmittedShare share) implements Outcome {}

    /** To be refused. */
    record Wrong(Refusal refusal, String message) implements Outcome {}
  }

  Outcome check(Message.Submit submit, long now) {
    if (!users.contains(submit.user())) {
      return new Outcome.Wrong(Refusal.UNAUTHORIZED, "Unauthorized worker");
    }
    ServerJobs.Sent sent = jobs.find(submit.job());
    if (sent == null) {
      return new Outcome.Wrong(Refusal.STALE, "Job not found");
    }
    String wrong = form(submit, sent, now);
    return wrong.isEmpty() ? once(submit, sent) : new Outcome.Wrong(Refusal.OTHER, wrong);
  }

  private String form(Message.Submit submit, ServerJobs.Sent sent, long now) {
    int size = sent.extranonce().extranonce2Size();
    if (submit.extranonce2().size() != size) {
      return "Extranonce2 has " + submit.extranonce2().size() + " bytes instead of " + size;
    }
    Integer bits = submit.versionBits();
    if (bits != null && (bits & ~terms.mask()) != 0) {
      return "Version bits %08x outside the mask %08x".formatted(bits, terms.mask());
    }
    long ahead =
        Integer.toUnsignedLong(submit.time()) - Integer.toUnsignedLong(sent.job().header().time());
    long elapsed = Math.max(0, now - sent.at()) / SECOND;
    boolean inRange = ahead >= 0 && ahead <= Math.min(MAX_AHEAD, elapsed + CLOCK_SLACK);
    return inRange ? "" : "Ntime out of range";
  }

  private Outcome once(Message.Submit submit, ServerJobs.Sent sent) {
    if (jobs.isFull()) {
      return new Outcome.Wrong(Refusal.OTHER, "Too many shares; wait for the next job");
    }
    int version = version(submit.versionBits(), sent.job().header().version());
    ServerJobs.Seen key =
        new ServerJobs.Seen(
            sent.job().id(),
            sent.extranonce().extranonce1(),
            submit.extranonce2(),
            version,
            submit.time(),
            submit.nonce());
    return jobs.first(key)
        ? new Outcome.Formed(share(submit, sent, version))
        : new Outcome.Wrong(Refusal.DUPLICATE, "Duplicate share");
  }

  /** BIP310: the bits replace those of the job inside the mask. */
  private int version(@Nullable Integer bits, int job) {
    return bits == null ? job : (job & ~terms.mask()) | (bits & terms.mask());
  }

  private static SubmittedShare share(Message.Submit submit, ServerJobs.Sent sent, int version) {
    return new SubmittedShare(
        sent.job(),
        PoolText.clean(submit.user()),
        sent.extranonce().extranonce1(),
        submit.extranonce2(),
        version,
        submit.time(),
        submit.nonce(),
        sent.target());
  }
}
