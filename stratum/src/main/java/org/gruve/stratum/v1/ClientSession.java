package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;

/**
 * The client's end of one Stratum V1 connection: a state machine without IO, clock or threads.
 * Times are monotonic nanoseconds of the caller. Confined to one thread. It never throws on
 * anything that a server says. It is the {@link JobOrigin} of its jobs.
 */
public final class ClientSession implements JobOrigin {

  /** A session that has not begun. */
  public ClientSession(ClientSettings settings, ClientOutput output) {
    throw new UnsupportedOperationException();
  }

  /** The connection stands: begins the handshake. */
  public void connected(long now) {
    throw new UnsupportedOperationException();
  }

  /** A line came. */
  public void received(Message message, long now) {
    throw new UnsupportedOperationException();
  }

  /** Time passes: call it a few times a second. Deadlines on replies and jobs are judged here. */
  public void tick(long now) {
    throw new UnsupportedOperationException();
  }

  /**
   * Submits a share of one of this session's jobs. One that can no longer be taken (void job, bits
   * outside a new mask, submitted before, over the submit rate) ends at once with a result instead.
   */
  public void submit(Share share, long now) {
    throw new UnsupportedOperationException();
  }

  /** Asks the pool for another difficulty; nothing happens where it is not listening. */
  public void suggest(Difficulty difficulty) {
    throw new UnsupportedOperationException();
  }

  /** How many submitted shares have no answer yet. */
  public int pending() {
    throw new UnsupportedOperationException();
  }

  /** The connection is gone: every pending share ends as unanswered. Safe to call twice. */
  public void disconnected(long now) {
    throw new UnsupportedOperationException();
  }
}
