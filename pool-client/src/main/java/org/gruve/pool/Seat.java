package org.gruve.pool;

import org.gruve.stratum.v1.Ending;
import org.jspecify.annotations.Nullable;

/** What was learned about a pool that we are known at. Confined to the event loop. */
final class Seat {
  private boolean configure = true;
  private boolean resume = true;
  private boolean proven;
  private @Nullable String sessionId;

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
  void ended(Ending why) {
    switch (why) {
      case Ending.RetryWithoutConfigure _ -> {
        configure = false;
        proven = false;
      }
      case Ending.RetryWithoutResume _ -> {
        resume = false;
        proven = false;
      }
      case Ending.Leave _ -> sessionId = null;
      case Ending.Retry _ -> unlearn();
      case Ending.NotStratum _, Ending.Refused _, Ending.Reconnect _ -> {}
    }
  }

  /** Leaving something out did not help: the pool was just down. */
  private void unlearn() {
    configure |= !proven;
    resume |= !proven;
  }
}
