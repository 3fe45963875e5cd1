package org.gruve.pool;

import java.util.List;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;

/** Whose connection it is. Told on the event loop. */
interface ConnectionOwner {
  /** The session has a job. */
  void job(Job job);

  /** A submitted share has ended. */
  void result(ShareResult result);

  /** The session has something to tell. */
  void tell(SessionNotice notice);

  /** The session is lost as of now, and its jobs are void. Results may still follow. */
  void parting();

  /**
   * The connection is gone while these shares, submitted once, have no answer: the owner accounts
   * for them. Told between {@link #parting} and {@link #ended}.
   */
  void left(List<Share> unanswered);

  /** All is over, every other share has ended. Called once, after {@link #parting}. */
  void ended(Ending why);

  /** Something was read, or time has passed. */
  void progressed();
}
