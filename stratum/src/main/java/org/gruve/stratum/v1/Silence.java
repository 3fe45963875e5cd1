package org.gruve.stratum.v1;

/** Deadlines on what a pool must say by itself (docs/stratum-v1.md, 8). */
final class Silence {
  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE = 180 * SECOND;
  private static final long FIRST_JOB = 60 * SECOND;

  private long lastMessage;
  private long lastJob;
  private long authorizedAt;
  private boolean begun;
  private boolean authorized;
  private boolean anyJob;

  void message(long now) {
    begun = true;
    lastMessage = now;
  }

  void job(long now) {
    anyJob = true;
    lastJob = now;
  }

  void authorized(long now) {
    authorized = true;
    authorizedAt = now;
  }

  void judge(long now, ClientLink link) {
    if (begun && now - lastMessage >= PATIENCE) {
      link.close(new Ending.Retry("The pool has said nothing for 180 s."));
    } else if (authorized && !anyJob && now - authorizedAt >= FIRST_JOB) {
      link.close(new Ending.Retry("The pool has sent no job in the 60 s since the login."));
    } else if (anyJob && now - lastJob >= PATIENCE) {
      link.close(new Ending.Retry("The pool has sent no job for 180 s."));
    }
  }
}
