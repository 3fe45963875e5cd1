package org.gruve.stratum.v1;

import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;

/** What a client session wants done and has to tell. Called on the session's thread. */
public interface ClientOutput {
  /** Write this line. */
  void send(Message message);

  /** Mine this job from now on; earlier ones of this session are void when it is clean. */
  void job(Job job);

  /** How a submitted share ended. Each share given to submit ends exactly once. */
  void result(ShareResult result);

  /** Something that a user should read: state changes, pool messages. Already sanitised. */
  void tell(SessionNotice notice);

  /** Close the connection; {@code why} says what to do about it. Called at most once. */
  void close(Ending why);
}
