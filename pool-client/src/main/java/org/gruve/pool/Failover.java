package org.gruve.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gruve.stratum.v1.Ending;

/**
 * Which account is tried next, and when. A round tries each account once, in order, without a pause
 * between them; a pause comes before the next round. A session that worked starts over from the
 * first account when it ends; one that was dropped soon after its job, with no share accepted, is a
 * failure like any other, so that a pool that flaps is left for the next. Confined to the event
 * loop; without clock or IO of its own.
 */
final class Failover {
  /** What to do after a failure. */
  sealed interface Step {
    /** Connect to this one after a pause. */
    record Try(Seat seat, Duration delay) implements Step {}

    /** There is nothing left to try. */
    record GiveUp(String reason) implements Step {}
  }

  /** A session with a job that lasts so long has worked, whether or not a share was found. */
  static final Duration LASTING = Duration.ofSeconds(60);

  private final List<Seat> seats;
  private final int retries;
  private final Backoff backoff;
  private int current;
  private int rounds;
  private boolean everWorked;
  private boolean hasJob;
  private long firstJobAt;
  private boolean proven;

  Failover(PoolSettings settings, Backoff backoff) {
    this.seats = settings.accounts().stream().map(one -> new Seat((PoolAccount) one)).toList();
    this.retries = settings.retries();
    this.backoff = backoff;
  }

  /** The account in use, or tried last. */
  Seat current() {
    return seats.get(current);
  }

  /** A job came: from the first on, nothing is given up any more. */
  void jobCame(long now) {
    if (!hasJob) {
      hasJob = true;
      firstJobAt = now;
    }
    everWorked = true;
    rounds = 0;
    current().jobCame();
  }

  /** A share was accepted: the session has worked, however soon it ends. */
  void shareAccepted() {
    proven = true;
  }

  /** The connection to the current account failed or was lost. */
  Step failed(Ending why, long now) {
    Seat seat = current();
    seat.ended(why, now);
    boolean worked = hasWorked(now);
    hasJob = false;
    proven = false;
    if (why instanceof Ending.RetryWithoutConfigure || why instanceof Ending.RetryWithoutResume) {
      return new Step.Try(seat, Duration.ZERO);
    }
    if (worked) {
      backoff.reset();
    }
    Optional<Integer> next = worked ? Optional.empty() : usable(current + 1, now);
    return next.isPresent() ? turnTo(next.get(), Duration.ZERO) : nextRound(why, now);
  }

  private boolean hasWorked(long now) {
    return hasJob && (proven || now - firstJobAt >= LASTING.toNanos());
  }

  private Step nextRound(Ending why, long now) {
    if (!everWorked) {
      rounds++;
      boolean allHopeless = seats.stream().allMatch(Seat::hopeless);
      if (allHopeless || (retries >= 0 && rounds > retries)) {
        return new Step.GiveUp(sentence(why, allHopeless));
      }
    }
    Duration pause = backoff.next();
    return usable(0, now).map(i -> turnTo(i, pause)).orElseGet(() -> soonest(pause, now));
  }

  private Optional<Integer> usable(int from, long now) {
    return IntStream.range(from, seats.size())
        .filter(i -> everWorked ? seats.get(i).rest(now).isZero() : !seats.get(i).hopeless())
        .boxed()
        .findFirst();
  }

  /** All have refused us lately: waits for the first that may be asked again. */
  private Step soonest(Duration pause, long now) {
    int best = 0;
    for (int i = 1; i < seats.size(); i++) {
      if (seats.get(i).rest(now).compareTo(seats.get(best).rest(now)) < 0) {
        best = i;
      }
    }
    return turnTo(best, pause.plus(seats.get(best).rest(now)));
  }

  private Step turnTo(int index, Duration delay) {
    current = index;
    return new Step.Try(seats.get(index), delay);
  }

  private String sentence(Ending why, boolean allHopeless) {
    PoolUrl url = current().account().url();
    String words =
        why.reason().endsWith(".")
            ? why.reason().substring(0, why.reason().length() - 1)
            : why.reason();
    String reason = words.contains(url.host()) ? words : url.hostPort() + ": " + words;
    String tried = allHopeless || rounds == 1 ? "" : " (tried " + rounds + " times)";
    return seats.size() == 1
        ? reason + tried
        : "none of the " + seats.size() + " pools can be used" + tried + "; the last: " + reason;
  }
}
