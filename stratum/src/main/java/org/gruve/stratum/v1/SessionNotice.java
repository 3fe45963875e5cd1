package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;

/** What a client session tells beside jobs and results. All text is sanitised. */
public sealed interface SessionNotice {
  /** Subscribed: the pool's extranonce and session id (empty where it gives none). */
  record Subscribed(String extranonce1, int extranonce2Size, String sessionId)
      implements SessionNotice {}

  /** Authorised: shares of this user will be taken. */
  record Authorized(String user) implements SessionNotice {}

  /** Version rolling was granted with this mask (0: refused or not offered). */
  record VersionRolling(int mask) implements SessionNotice {}

  /** A new difficulty, which counts from the next job. */
  record DifficultyChanged(Difficulty difficulty) implements SessionNotice {}

  /** A text of the pool for its users. */
  record PoolMessage(String text) implements SessionNotice {}

  /** An oddity that was survived: an optional request without answer, a malformed line. */
  record Oddity(String text) implements SessionNotice {}
}
