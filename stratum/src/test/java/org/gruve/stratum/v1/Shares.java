package org.gruve.stratum.v1;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** Makes shares as a worker would, hashed by the JDK; whether they meet a target is not asked. */
final class Shares {
  private Shares() {}

  static Share of(Job job, long extranonce2, int nonce) {
    return of(job, extranonce2, nonce, job.header().version());
  }

  static Share of(Job job, long extranonce2, int nonce, int version) {
    MerkleSource.Coinbase coinbase = (MerkleSource.Coinbase) job.merkle();
    Extranonce2 counter = new Extranonce2(extranonce2, coinbase.extranonce2Size());
    int mask = version ^ job.header().version();
    VersionSlice versions = new VersionSlice(job.header().version(), mask, 0, 1 << bits(mask));
    Hash256 root = root(coinbase, counter);
    Work work = new Work(job, counter, root, job.header().time(), versions, nonce, 1);
    BlockHeader header = work.header(version, nonce);
    return new Share(new Candidate(work, version, nonce), header, header.hash(), "test");
  }

  /** The first share from this nonce on whose hash meets a target. */
  static Share meeting(Job job, org.gruve.core.block.Target target, int from) {
    for (int nonce = from; ; nonce++) {
      Share share = of(job, 1, nonce);
      if (target.isMetBy(share.hash())) {
        return share;
      }
    }
  }

  static Hash256 root(MerkleSource.Coinbase coinbase, Extranonce2 counter) {
    Hash256 root =
        Sha256d.hash(coinbase.prefix().toArray(), counter.bytes(), coinbase.suffix().toArray());
    for (Hash256 step : coinbase.branch()) {
      root = Sha256d.hash(root.bytes(), step.bytes());
    }
    return root;
  }

  private static int bits(int mask) {
    return Integer.bitCount(mask);
  }
}
