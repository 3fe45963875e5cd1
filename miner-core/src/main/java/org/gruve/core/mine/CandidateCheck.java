package org.gruve.core.mine;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;

/**
 * Hashes again what a device calls a hit, by another implementation than any that mines, and tells
 * shares from near misses and device errors.
 */
final class CandidateCheck {
  private final Station station;
  private final ShareSink sink;

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
    } else if (target.isMetBy(hash)) {
      sink.offer(new Share(candidate, header, hash, station.info().id()));
    }
    // Between the two: the top words tie and the rest is above. Devices compare no more than that.
  }
}
