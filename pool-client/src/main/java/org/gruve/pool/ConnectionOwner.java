package org.gruve.pool;

import org.gruve.core.work.Job;
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

  /** All is over, every share has ended. Called once, after {@link #parting}. */
  void ended(Ending why);

  /** Something was read, or time has passed. */
  void progressed();
}
