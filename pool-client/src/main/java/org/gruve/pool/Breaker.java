package org.gruve.pool;

import java.time.Duration;
import org.gruve.stratum.v1.Ending;

/**
 * How long a pool is left alone after a failure, by its own count of them. The rule:
 *
 * <ul>
 *   <li>Each failure is followed by a pause of 1, 2, 4 … 60 s ({@link Backoff}). A session that
 *       worked, one that had a job and then lasted 60 s or had a share accepted, begins that again.
 *   <li>After 3 failures in a row the breaker is open: through the pause nothing is dialled, not
 *       even what is otherwise tried at once, another handshake or a redirect. Then one full
 *       handshake is the trial; only a session that worked closes the breaker.
 *   <li>A refused login rests 60 s on top of the pause.
 *   <li>A pool that is of no use as it is, since it refuses share after share or does not pay,
 *       rests 10 minutes.
 * </ul>
 *
 * Confined to the event loop.
 */
final class Breaker {
  static final int MOST_FAILURES = 3;

  /** A session with a job that lasts so long has worked, whether or not a share was found. */
  static final Duration LASTING = Duration.ofSeconds(60);

  static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);
  static final Duration AFTER_LEAVING = Duration.ofMinutes(10);

  private final Backoff backoff;
  private int failures;
  private boolean hasJob;
  private long firstJobAt;
  private boolean proven;

  Breaker(Backoff backoff) {
    this.backoff = backoff;
  }

  /** The session has a job. */
  void jobCame(long now) {
    if (!hasJob) {
      hasJob = true;
      firstJobAt = now;
    }
  }

  /** A share was accepted: the session has worked, however soon it ends. */
  void shareAccepted() {
    proven = hasJob;
    close(proven);
  }

  /** Whether nothing is to be tried before the pause is over. */
  boolean isOpen() {
    return failures >= MOST_FAILURES;
  }

  /** The session ended in a way that the pool asked for; that is no failure. */
  void ended(long now) {
    close(hasWorked(now));
    hasJob = false;
    proven = false;
  }

  /** An attempt or a session failed: how long to leave the pool alone. */
  Duration failed(Ending why, long now) {
    boolean worked = hasWorked(now);
    ended(now);
    if (!worked) {
      failures++;
    }
    if (isAtOnce(why) && !isOpen()) {
      return Duration.ZERO;
    }
    return switch (why) {
      case Ending.Refused _ -> backoff.next().plus(AFTER_REFUSAL);
      case Ending.Leave _ -> AFTER_LEAVING;
      default -> backoff.next();
    };
  }

  /** Whether a second try is unlikely to help: wrong protocol, login or pool. */
  static boolean isHopeless(Ending why) {
    return why instanceof Ending.NotStratum
        || why instanceof Ending.Refused
        || why instanceof Ending.Leave;
  }

  private static boolean isAtOnce(Ending why) {
    return why instanceof Ending.RetryWithoutConfigure || why instanceof Ending.RetryWithoutResume;
  }

  private boolean hasWorked(long now) {
    return hasJob && (proven || now - firstJobAt >= LASTING.toNanos());
  }

  private void close(boolean worked) {
    if (worked) {
      failures = 0;
      backoff.reset();
    }
  }
}
