package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;

/**
 * The server's end of one Stratum V1 connection: a state machine without IO, clock or threads,
 * confined to one thread. It never throws on anything that a client says.
 */
public final class ServerSession {

  /** A session that has not been spoken to. */
  public ServerSession(ServerSettings settings, ServerOutput output) {
    throw new UnsupportedOperationException();
  }

  /** A line came. */
  public void received(Message message, long now) {
    throw new UnsupportedOperationException();
  }

  /** Sends a job, bound to the difficulty in force; a clean one makes all before it stale. */
  public void job(ServerJob job) {
    throw new UnsupportedOperationException();
  }

  /** Sets the difficulty, which counts from the next job. */
  public void difficulty(Difficulty difficulty) {
    throw new UnsupportedOperationException();
  }

  /** Changes the extranonce from the next job on; false where the client never asked for it. */
  public boolean extranonce(Bytes extranonce1, int extranonce2Size) {
    throw new UnsupportedOperationException();
  }

  /** Changes the version mask at once, for jobs in flight too. */
  public void versionMask(int mask) {
    throw new UnsupportedOperationException();
  }

  /** Asks the client to come back, at the same place where host is empty. */
  public void reconnect(String host, int port, int waitSeconds) {
    throw new UnsupportedOperationException();
  }

  /** Shows the client's user a text. */
  public void showMessage(String text) {
    throw new UnsupportedOperationException();
  }
}
