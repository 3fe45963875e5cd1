package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.work.Share;

/**
 * One place that jobs come from. While it is engaged it keeps itself connected: after each loss it
 * comes back by itself, with its own pauses. Whether its jobs reach the workers is for its owner to
 * decide. Confined to the event loop.
 */
public interface Upstream {
  /** Whose it is. */
  Account account();

  /** Connects, and stays so until released; nothing where it is engaged already. */
  void engage();

  /**
   * Wants no more jobs: ends when all that was sent is answered, at the longest after the patience,
   * with {@link UpstreamOwner#released}. May be engaged again after that.
   */
  void release(Duration patience);

  /** Takes a share of one of its jobs, also when it is released; it ends in exactly one result. */
  void submit(Share share);

  /** Notes the rate at which its jobs are mined, in hashes per second. */
  void measured(double hashesPerSecond);

  /** Ends at once; what is unanswered ends as such before this returns. */
  void close();
}
