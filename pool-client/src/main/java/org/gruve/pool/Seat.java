package org.gruve.pool;

import java.time.Duration;
import org.gruve.stratum.v1.Ending;
import org.jspecify.annotations.Nullable;

/** An account, and what was learned about its pool. Confined to the event loop. */
final class Seat {
  /** A pool that refused a login is left alone for this long (docs/stratum-v1.md, 2). */
  static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);

  private final PoolAccount account;
  private final Redirects redirects = new Redirects();
  private boolean configure = true;
  private boolean resume = true;
  private boolean proven;
  private @Nullable String sessionId;
  private boolean hopeless;
  private boolean refused;
  private long refusedAt;

  Seat(PoolAccount account) {
    this.account = account;
  }

  PoolAccount account() {
    return account;
  }

  /** How often a client.reconnect was followed, over all sessions with this pool. */
  Redirects redirects() {
    return redirects;
  }

  /** Whether to begin with mining.configure: not where the pool closed on it before. */
  boolean configure() {
    return configure;
  }

  /** The session to take up again, or null. */
  @Nullable String resume() {
    return resume ? sessionId : null;
  }

  /** Remembers the id of a session, for the next connection to take up. */
  void subscribed(String id) {
    sessionId = id.isEmpty() ? null : id;
  }

  /** A job came: what was left out to get here stays left out. */
  void jobCame() {
    proven = true;
  }

  /** Learns from the end of a session. */
  void ended(Ending why, long now) {
    switch (why) {
      case Ending.RetryWithoutConfigure _ -> {
        configure = false;
        proven = false;
      }
      case Ending.RetryWithoutResume _ -> {
        resume = false;
        proven = false;
      }
      case Ending.NotStratum _ -> hopeless = true;
      case Ending.Refused _ -> {
        hopeless = true;
        refused = true;
        refusedAt = now;
      }
      case Ending.Retry _ -> unlearn();
      case Ending.Reconnect _ -> {}
    }
  }

  /** Leaving something out did not help: the pool was just down. */
  private void unlearn() {
    configure |= !proven;
    resume |= !proven;
  }

  /** Whether the pool answered in a way that no second try will change: wrong protocol or login. */
  boolean hopeless() {
    return hopeless;
  }

  /** How long the pool is still to be left alone after a refusal. */
  Duration rest(long now) {
    Duration rest = refused ? AFTER_REFUSAL.minusNanos(now - refusedAt) : Duration.ZERO;
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
