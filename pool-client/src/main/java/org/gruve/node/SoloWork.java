package org.gruve.node;

import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;

/**
 * A template made into a job that pays to us, and back: the block of a share of that job.
 * Immutable.
 */
public final class SoloWork {
  /**
   * Builds the coinbase and the merkle branch.
   *
   * @param id for people and logs
   * @param payout the script that gets the whole value
   * @param tag what else to write into the coinbase's input, at most 40 bytes
   * @param extranonce1 4 bytes that no other miner with the same template and payout has
   */
  public static SoloWork of(
      String id,
      Template template,
      Bytes payout,
      Bytes tag,
      Bytes extranonce1,
      boolean clean,
      JobOrigin origin) {
    throw new UnsupportedOperationException("not yet");
  }

  private SoloWork() {}

  /** Its template. */
  public Template template() {
    throw new UnsupportedOperationException("not yet");
  }

  /** The job; shares of it are blocks. */
  public Job job() {
    throw new UnsupportedOperationException("not yet");
  }

  /** The serialised block of a share of {@link #job()}. */
  public byte[] block(Share share) {
    throw new UnsupportedOperationException("not yet");
  }

  /** A block of this job without work, as getblocktemplate's proposal mode takes it. */
  public byte[] proposal() {
    throw new UnsupportedOperationException("not yet");
  }
}
