package org.gruve.kernels.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** One worker's way through a work: its versions one after the other, and the nonces of each. */
final class WorkScan {
  private final Work work;
  private final TopWord top;
  private final List<Candidate> hits = new ArrayList<>();
  private final IntConsumer hit = this::hit;
  private int versionIndex;
  private long offset;
  private int version;
  private int[] uniform = {};

  WorkScan(Work work) {
    this.work = work;
    this.top = TopWord.of(work.job().shareTarget());
  }

  Work work() {
    return work;
  }

  /** The hits since the last call; where there are none, it makes no garbage. */
  List<Candidate> takeHits() {
    if (hits.isEmpty()) {
      return List.of();
    }
    List<Candidate> taken = List.copyOf(hits);
    hits.clear();
    return taken;
  }

  /**
   * Scans about so many points, in whole groups except at the end of a version. Returns how many, 0
   * when the work is used up.
   */
  long next(Lanes lanes, long hashes) {
    long groups = Math.ceilDiv(Math.clamp(hashes, 1, 1L << 62), lanes.count());
    long wanted = groups * lanes.count();
    long scanned = 0;
    while (scanned < wanted && versionIndex < work.versions().count()) {
      scanned += run(lanes, wanted - scanned);
    }
    return scanned;
  }

  private long run(Lanes lanes, long wanted) {
    if (offset == 0) {
      version = work.versions().version(versionIndex);
      uniform = NoncePrologue.of(HeaderWords.of(work, version));
    }
    long count = Math.min(wanted, work.nonces() - offset);
    lanes.scan(uniform, work.firstNonce() + (int) offset, count, top, hit);
    offset += count;
    if (offset == work.nonces()) {
      offset = 0;
      versionIndex++;
    }
    return count;
  }

  private void hit(int nonce) {
    hits.add(new Candidate(work, version, nonce));
  }
}
