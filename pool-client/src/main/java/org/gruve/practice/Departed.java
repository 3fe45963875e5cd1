package org.gruve.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.hash.Bytes;

/**
 * The sessions of clients that went, for those that come back. Each can be taken up once, and never
 * while its client is there: two with one extranonce1 would do each other's work.
 */
final class Departed {
  private static final int MOST = 256;

  private final Map<String, Bytes> sessions = new LinkedHashMap<>();

  /** Remembers a session; the one that has been gone for longest is forgotten for it. */
  void left(String sessionId, Bytes extranonce1) {
    sessions.put(sessionId, extranonce1);
    if (sessions.size() > MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
  }

  /** The extranonce1 of a session that is taken up again. */
  Optional<Bytes> back(String sessionId) {
    return Optional.ofNullable(sessions.remove(sessionId));
  }
}
