package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.mine.JobSink;
import org.gruve.core.mine.ShareSink;
import org.gruve.core.work.Share;

/**
 * Keeps one pool session alive: connects, redoes the whole handshake after every loss, fails over
 * to the next account. Its jobs go to a {@link JobSink}, its shares come in by {@link #offer}.
 */
public final class PoolClient implements ShareSink, AutoCloseable {

  /** Prepares; {@link #start} connects. All network work is done on {@code loop}. */
  public PoolClient(PoolSettings settings, PoolLoop loop, JobSink jobs, PoolEvents events) {
    throw new UnsupportedOperationException();
  }

  /** Connects to the first account. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void offer(Share share) {
    throw new UnsupportedOperationException();
  }

  /** Tells the client the rate that was measured since, for the difficulty to ask for. */
  public void measured(double hashesPerSecond) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes no new shares, waits for answers to those in flight at the longest for {@code patience},
   * then disconnects. Blocks the calling thread, which must not be the event loop.
   */
  public void stop(Duration patience) {
    throw new UnsupportedOperationException();
  }

  /** Disconnects at once. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
