package org.gruve.stratum.v1;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.jspecify.annotations.Nullable;

/** The shares that were submitted, and what becomes of each: every one ends exactly once. */
final class Submissions {
  private static final long PATIENCE = 60_000_000_000L;
  private static final int MAX_PENDING = 1000;
  private static final int MAX_SEEN = 4096;
  private static final double PER_SECOND = 50;

  /**
   * A share that has no answer yet.
   *
   * @param again whether it was sent before, on a connection that was lost
   */
  record Pending(Share share, long sentAt, boolean again) {}

  private record Seen(JobId job, BlockHeader header) {}

  private final String user;
  private final Terms terms;
  private final ClientLink link;
  private final Map<Id, Pending> pending = new LinkedHashMap<>();
  private final Recent<Seen> seen = new Recent<>(MAX_SEEN);
  private final TokenBucket shares = new TokenBucket(PER_SECOND, PER_SECOND);
  private final TokenBucket blocks = new TokenBucket(PER_SECOND, PER_SECOND);

  Submissions(String user, Terms terms, ClientLink link) {
    this.user = user;
    this.terms = terms;
    this.link = link;
  }

  void submit(Share share, JobBook.Issued issued, boolean again, long now) {
    if (!terms.allows(share)) {
      Outcome outcome = again ? Outcome.UNANSWERED : Outcome.STALE;
      refuse(share, outcome, "not sent: it rolled version bits outside the new mask");
    } else if (!seen.add(new Seen(issued.id(), share.header()))) {
      refuse(share, Outcome.REJECTED, "not sent: it was submitted before");
    } else if (!mayGo(share, now)) {
      refuse(share, Outcome.UNANSWERED, "not sent: more than 50 shares a second");
    } else {
      send(share, issued, again, now);
    }
  }

  /** Ends a share that is not sent. */
  void refuse(Share share, Outcome outcome, String reason) {
    link.result(new ShareResult(share, outcome, reason, 0));
  }

  /** A share that is a block is never held back by the many that are none. */
  private boolean mayGo(Share share, long now) {
    return (share.isBlock() && blocks.take(now)) || shares.take(now);
  }

  private void send(Share share, JobBook.Issued issued, boolean again, long now) {
    if (pending.size() >= MAX_PENDING) {
      Iterator<Pending> oldest = pending.values().iterator();
      Pending given = oldest.next();
      oldest.remove();
      end(given, Outcome.UNANSWERED, "no answer: too many shares were waiting", now);
    }
    Id id = link.nextId();
    pending.put(id, new Pending(share, now, again));
    BlockHeader header = share.header();
    link.send(
        new Message.Submit(
            id,
            user,
            issued.id(),
            Bytes.of(share.candidate().work().extranonce2().bytes()),
            header.time(),
            header.nonce(),
            terms.rolling() ? (Integer) (header.version() & terms.mask()) : null));
  }

  /** The share that a response answers, taken out; null where it answers none. */
  @Nullable Pending take(Id id) {
    var number = id.asNumber();
    return number.isPresent() ? pending.remove(Id.of(number.getAsLong())) : null;
  }

  void end(Pending ended, Outcome outcome, String reason, long now) {
    link.result(new ShareResult(ended.share(), outcome, reason, now - ended.sentAt()));
  }

  /** A clean job came: nothing before it can be a duplicate of what is submitted now. */
  void clean() {
    seen.clear();
  }

  void tick(long now) {
    List<Pending> late = new ArrayList<>();
    Iterator<Pending> oldest = pending.values().iterator();
    while (oldest.hasNext()) {
      Pending next = oldest.next();
      if (now - next.sentAt() < PATIENCE) {
        break;
      }
      oldest.remove();
      late.add(next);
    }
    late.forEach(one -> end(one, Outcome.UNANSWERED, "no answer in 60 s", now));
  }

  /**
   * Takes out the shares that were sent once and have no answer, for who can send them again. Those
   * that were sent twice are not among them: a pool that flaps must not keep a share for ever.
   */
  List<Share> surrender() {
    List<Share> once =
        pending.values().stream().filter(one -> !one.again()).map(Pending::share).toList();
    pending.values().removeIf(one -> !one.again());
    return once;
  }

  void lost(long now) {
    List<Pending> left = List.copyOf(pending.values());
    pending.clear();
    left.forEach(one -> end(one, Outcome.UNANSWERED, "the connection was lost", now));
  }

  int pending() {
    return pending.size();
  }
}
