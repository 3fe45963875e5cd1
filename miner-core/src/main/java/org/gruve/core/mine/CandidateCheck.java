package org.gruve.core.mine;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Hashes again what a device calls a hit, by another implementation than any that mines, and tells
 * shares from near misses and device errors.
 */
final class CandidateCheck {
  private final Station station;
  private final ShareSink sink;
  private @Nullable Work solved;

  CandidateCheck(Station station, ShareSink sink) {
    this.station = station;
    this.sink = sink;
  }

  void check(Candidate candidate) {
    BlockHeader header = candidate.header();
    Hash256 hash = header.hash();
    Target target = candidate.work().job().shareTarget();
    if (Integer.compareUnsigned(hash.topWord(), target.topWord()) > 0) {
      station.wrongHit(candidate);
    } else if (target.isMetBy(hash) && !isSolved(candidate.work())) {
      offer(new Share(candidate, header, hash, station.info().id()));
    }
    // Between the two: the top words tie and the rest is above. Devices compare no more than that.
  }

  private void offer(Share share) {
    Work work = share.candidate().work();
    if (share.isBlock() && isSolo(work.job())) {
      solved = work;
    }
    sink.offer(share);
  }

  /**
   * Where every share is a block, one is enough: on an easy chain a batch holds hundreds, and all
   * but the first would be stale. Whoever wants more of the job assigns it again, as new work.
   */
  @SuppressWarnings("ReferenceEquality") // the same slice handed out twice is another work
  private boolean isSolved(Work work) {
    return work == solved;
  }

  private static boolean isSolo(Job job) {
    return CompactBits.target(job.header().nbits())
        .filter(block -> job.shareTarget().value().compareTo(block.value()) <= 0)
        .isPresent();
  }
}
