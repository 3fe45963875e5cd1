package org.gruve.kernels.cpu;

import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** One worker's way through a work: its versions one after the other, and the nonces of each. */
final class WorkScan {
  private final Work work;
  private final HitTest test;
  private final LaneRounds rounds;
  private final int[] scratch;
  private int versionIndex;
  private long offset;
  private int version;
  private int[] uniform = {};

  WorkScan(Work work, LaneRounds rounds, int[] scratch) {
    this.work = work;
    this.test = HitTest.of(work.job().shareTarget());
    this.rounds = rounds;
    this.scratch = scratch;
  }

  Work work() {
    return work;
  }

  /** Scans about so many points, in whole groups except at the end of a version. */
  long next(long hashes, List<Candidate> hits) {
    int lanes = rounds.lanes();
    long wanted = Math.ceilDiv(Math.clamp(hashes, 1, 1L << 62), lanes) * lanes;
    long scanned = 0;
    while (scanned < wanted && versionIndex < work.versions().count()) {
      scanned += run(wanted - scanned, hits);
    }
    return scanned;
  }

  private long run(long wanted, List<Candidate> hits) {
    if (offset == 0) {
      version = work.versions().version(versionIndex);
      uniform = NoncePrologue.of(HeaderWords.of(work, version));
    }
    long count = Math.min(wanted, work.nonces() - offset);
    scan(work.firstNonce() + (int) offset, count, hits);
    offset += count;
    if (offset == work.nonces()) {
      offset = 0;
      versionIndex++;
    }
    return count;
  }

  private void scan(int first, long count, List<Candidate> hits) {
    int lanes = rounds.lanes();
    for (long done = 0; done < count; done += lanes) {
      int nonce = first + (int) done;
      long passed = rounds.scan(uniform, scratch, nonce, test.zeros());
      if (count - done < lanes) {
        passed &= (1L << (count - done)) - 1;
      }
      if (passed != 0) {
        collect(passed, nonce, hits);
      }
    }
  }

  private void collect(long passed, int nonce, List<Candidate> hits) {
    for (long left = passed; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      if (test.hits(scratch[lane])) {
        hits.add(new Candidate(work, version, nonce + lane));
      }
    }
  }
}
