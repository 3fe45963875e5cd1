package org.gruve.kernels.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.header.TopWord;

/** One worker's way through a work: part after part of its versions, and the nonces of each. */
final class WorkScan {
  private final Work work;
  private final VersionCut cut;
  private final TopWord top;
  private final List<Candidate> hits = new ArrayList<>();
  private final IntConsumer versionHit = this::versionHit;
  private final IntConsumer nonceHit = this::nonceHit;
  private Part part;
  private long offset;
  private int nonce;

  WorkScan(Work work, VersionCut cut) {
    this.work = work;
    this.cut = cut;
    this.top = TopWord.of(work.job().shareTarget());
    this.part = cut.part(work, 0);
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
   * Scans about so many points: with rolled versions no less than one nonce. Returns how many, 0
   * when the work is used up.
   */
  long next(Scanner scanner, long hashes) {
    long scanned = 0;
    while (scanned < hashes && !isUsedUp()) {
      scanned += run(scanner, hashes - scanned);
    }
    return scanned;
  }

  private boolean isUsedUp() {
    return offset == work.nonces();
  }

  private long run(Scanner scanner, long wanted) {
    long nonces = Math.min(Math.ceilDiv(wanted, part.count()), work.nonces() - offset);
    int first = work.firstNonce() + (int) offset;
    if (part.isRolled()) {
      for (long i = 0; i < nonces; i++) {
        nonce = first + (int) i;
        scanner.scanVersions(part, nonce, top, versionHit);
      }
    } else {
      scanner.scanNonces(part, first, nonces, top, nonceHit);
    }
    long scanned = nonces * part.count();
    advance(nonces);
    return scanned;
  }

  private void advance(long nonces) {
    offset += nonces;
    if (isUsedUp() && part.end() < work.versions().count()) {
      part = cut.part(work, part.end());
      offset = 0;
    }
  }

  private void versionHit(int index) {
    hits.add(new Candidate(work, part.version(index), nonce));
  }

  private void nonceHit(int hit) {
    hits.add(new Candidate(work, part.version(0), hit));
  }
}
