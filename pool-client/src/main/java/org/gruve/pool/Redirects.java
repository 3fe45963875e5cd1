package org.gruve.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;

/**
 * The safe policy for client.reconnect (facts 1.8): only to the configured host, whose port may
 * change; at most 3 in 10 minutes; never remembered beyond the next connection.
 */
final class Redirects {
  static final int MOST = 3;
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final int LONGEST_WAIT_SECONDS = 300;

  private final Deque<Long> granted = new ArrayDeque<>();

  /** Where to connect next, or nothing when the pool asks for it too often. */
  Optional<PoolUrl> follow(Ending.Reconnect request, PoolUrl configured, long now) {
    while (!granted.isEmpty() && now - granted.getFirst() >= WINDOW.toNanos()) {
      granted.removeFirst();
    }
    if (granted.size() >= MOST) {
      return Optional.empty();
    }
    granted.addLast(now);
    boolean port = request.port() >= 1 && request.port() <= 65535;
    return Optional.of(
        port && isSameHost(request, configured)
            ? new PoolUrl(configured.host(), request.port())
            : configured);
  }

  /** Whether the request names the configured host, or none. */
  static boolean isSameHost(Ending.Reconnect request, PoolUrl configured) {
    return request.host().isEmpty() || request.host().equalsIgnoreCase(configured.host());
  }

  /** What to tell the user when a pool asks to go to another host. */
  static SessionNotice refusal(Ending.Reconnect request) {
    return new SessionNotice.Oddity(
        "the pool wants us to go to "
            + request.host()
            + ", which is not the host you configured; we stay with yours");
  }

  /** The wait asked for, kept between 0 and 5 minutes. */
  static Duration pause(Ending.Reconnect request) {
    return Duration.ofSeconds(Math.clamp(request.waitSeconds(), 0, LONGEST_WAIT_SECONDS));
  }
}
