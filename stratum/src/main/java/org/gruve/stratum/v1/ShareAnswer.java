package org.gruve.stratum.v1;

import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;

/** What an answer to a submit means for the share, and for the session where {@code login}. */
record ShareAnswer(Outcome outcome, String reason, boolean login) {

  static ShareAnswer of(Message.Response response, Submissions.Pending pending, Terms terms) {
    ShareAnswer answer = of(response, pending.share(), terms);
    return pending.again() ? answer.toSecondSending(response) : answer;
  }

  private static ShareAnswer of(Message.Response response, Share share, Terms terms) {
    if (response.accepted()) {
      return new ShareAnswer(Outcome.ACCEPTED, "", false);
    }
    String reason = words(response);
    return switch (Refusal.of(response.error())) {
      case STALE -> new ShareAnswer(Outcome.STALE, reason, false);
      case LOW_DIFFICULTY -> new ShareAnswer(lowDifficulty(share, terms), reason, false);
      case UNAUTHORIZED, NOT_SUBSCRIBED -> new ShareAnswer(Outcome.REJECTED, reason, true);
      case DUPLICATE -> new ShareAnswer(Outcome.REJECTED, reason, false);
      case OTHER -> new ShareAnswer(other(share, terms), reason, false);
    };
  }

  /**
   * Some pools judge by a difficulty that they raised after the job (docs/stratum-v1.md, 6): no
   * fault.
   */
  private static Outcome lowDifficulty(Share share, Terms terms) {
    return terms.target().isMetBy(share.hash()) ? Outcome.REJECTED : Outcome.STALE;
  }

  /**
   * A mask counts at once, also for what was on its way when it came (docs/stratum-v1.md, 3): no
   * fault.
   */
  private static Outcome other(Share share, Terms terms) {
    return terms.allows(share) ? Outcome.REJECTED : Outcome.STALE;
  }

  /**
   * The answer to a share that was sent before, on a connection that was lost. A duplicate was
   * counted the first time: a pool looks for the job, and remembers the share, before it can know
   * it again, and the hash is known to meet the target. A job that is stale by now says nothing of
   * the first sending, whose answer is lost.
   */
  private ShareAnswer toSecondSending(Message.Response response) {
    if (outcome == Outcome.STALE) {
      return new ShareAnswer(Outcome.UNANSWERED, "the connection was lost", login);
    }
    boolean counted =
        outcome == Outcome.REJECTED && Refusal.of(response.error()) == Refusal.DUPLICATE;
    return counted ? new ShareAnswer(Outcome.ACCEPTED, "", login) : this;
  }

  private static String words(Message.Response response) {
    Fault fault = response.error();
    if (fault == null) {
      return "refused without a reason";
    }
    return fault.message().isEmpty() ? "error " + fault.code() : fault.message();
  }

  void tell(Submissions submissions, Submissions.Pending pending, ClientLink link, long now) {
    submissions.end(pending, outcome, reason, now);
    if (login) {
      link.close(
          new Ending.Retry("The pool has lost our login (" + reason + "); logging in anew."));
    }
  }
}
