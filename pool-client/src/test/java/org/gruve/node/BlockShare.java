package org.gruve.node;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.gruve.core.work.WorkSource;

/** Finds real shares of regtest's jobs. */
final class BlockShare {
  private BlockShare() {}

  /** The first share from a nonce on. */
  static Share of(Job job, int firstNonce) {
    Work work = new WorkSource(job).next(0).orElseThrow();
    for (int nonce = firstNonce; nonce < firstNonce + 1_000_000; nonce++) {
      Candidate candidate = new Candidate(work, job.header().version(), nonce);
      BlockHeader header = candidate.header();
      if (job.shareTarget().isMetBy(header.hash())) {
        return new Share(candidate, header, header.hash(), "test");
      }
    }
    throw new AssertionError("too hard to find by hand: " + job.shareTarget());
  }
}
