package org.gruve.stratum.v1;

import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;

/** What a server session wants done and asks. Called on the session's thread. */
public interface ServerOutput {
  /** Write this line. */
  void send(Message message);

  /**
   * The client asks to take up an earlier session.
   *
   * @return the extranonce1 that it had there, now its own again; empty where there is no such
   *     session
   */
  Optional<Bytes> resume(String sessionId);

  /** Whether this user may mine. */
  boolean authorize(String user, String password);

  /** The client asks for a difficulty; the server answers with {@link ServerSession#difficulty}. */
  void suggested(Difficulty difficulty);

  /** Subscribed and authorised: send it a job. */
  void ready();

  /** Judges the hash of a share. */
  ShareVerdict judge(SubmittedShare share);

  /** Close the connection, for this reason. */
  void close(String why);
}
