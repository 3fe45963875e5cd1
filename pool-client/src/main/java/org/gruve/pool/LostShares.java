package org.gruve.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.stratum.v1.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * The shares of a lost session, those without an answer and those found after it: kept until the
 * pool is seen to take the session up again, or not, at the longest for 120 s. Each is given back,
 * or ends here, once. Confined to the event loop.
 */
final class LostShares {
  static final Duration KEPT = Duration.ofMinutes(2);
  static final int MOST = 1000;

  private record Kept(Share share, boolean sent) {}

  private final Timers timers;
  private final Consumer<ShareResult> results;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private @Nullable ClientSession lost;
  private Timers.@Nullable Scheduled end;

  LostShares(Timers timers, Consumer<ShareResult> results) {
    this.timers = timers;
    this.results = results;
  }

  /** A session is lost. One that never had a job leaves an earlier one as it is. */
  void lost(ClientSession session, boolean hadJob, List<Share> unanswered) {
    if (hadJob || !unanswered.isEmpty()) {
      giveUp();
      lost = session;
      end = timers.after(KEPT, this::giveUp);
    }
    unanswered.forEach(share -> add(new Kept(share, true)));
  }

  /** Keeps a share of the lost session; false where it is none of its. */
  boolean keep(Share share) {
    if (lost == null || !lost.knows(share.job())) {
      return false;
    }
    add(new Kept(share, false));
    return true;
  }

  private void add(Kept one) {
    kept.addLast(one);
    if (kept.size() > MOST) {
      end(kept.removeFirst());
    }
  }

  /** A new session has its extranonce: where that is another one, nothing can be sent again. */
  void subscribed(ClientSession session) {
    if (lost != null && !session.resumes(lost)) {
      giveUp();
    }
  }

  /** The new session has a job, and takes with it the shares of the lost one. */
  void resume(ClientSession session, long now) {
    if (lost == null) {
      return;
    }
    session.adopt(lost);
    List<Kept> all = List.copyOf(kept);
    forget();
    for (Kept one : all) {
      if (one.sent()) {
        session.submitAgain(one.share(), now);
      } else {
        session.submit(one.share(), now);
      }
    }
  }

  /** Nothing is sent again: all that is kept ends. */
  void giveUp() {
    List<Kept> all = List.copyOf(kept);
    forget();
    all.forEach(this::end);
  }

  private void forget() {
    kept.clear();
    lost = null;
    if (end != null) {
      end.cancel();
      end = null;
    }
  }

  private void end(Kept one) {
    results.accept(
        one.sent()
            ? new ShareResult(one.share(), Outcome.UNANSWERED, "the connection was lost", 0)
            : new ShareResult(one.share(), Outcome.STALE, "found for a lost session", 0));
  }
}
