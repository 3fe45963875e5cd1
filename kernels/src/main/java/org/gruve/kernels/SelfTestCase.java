package org.gruve.kernels;

import java.util.HashSet;
import java.util.Set;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** A small work whose hits the JDK's SHA-256 can tell. */
record SelfTestCase(String name, Work work) {
  /** Shares of a self-test go to nobody. */
  private enum Nobody implements JobOrigin {
    INSTANCE
  }

  /** The points around {@code header} whose hashes are to meet {@code target}. */
  static Work work(BlockHeader header, VersionSlice versions, Target target, NonceRange nonces) {
    var template =
        new HeaderTemplate(header.version(), header.prevHash(), header.time(), header.nbits());
    var root = new MerkleSource.Fixed(header.merkleRoot());
    var job = new Job("self-test", template, root, versions.mask(), target, true, Nobody.INSTANCE);
    return new Work(
        job,
        new Extranonce2(0, 0),
        header.merkleRoot(),
        header.time(),
        versions,
        (int) nonces.first(),
        nonces.count());
  }

  /** All points whose top word is at or below the target's, by the JDK. */
  Set<Candidate> hits() {
    int topWord = work.job().shareTarget().topWord();
    Set<Candidate> hits = new HashSet<>();
    for (int i = 0; i < work.versions().count(); i++) {
      for (long n = 0; n < work.nonces(); n++) {
        int nonce = work.firstNonce() + (int) n;
        var point = new Candidate(work, work.versions().version(i), nonce);
        if (Integer.compareUnsigned(point.header().hash().topWord(), topWord) <= 0) {
          hits.add(point);
        }
      }
    }
    return hits;
  }
}
