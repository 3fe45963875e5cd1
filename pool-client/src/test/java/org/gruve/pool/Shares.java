package org.gruve.pool;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** Finds real shares of jobs whose merkle branch is empty, slowly. */
final class Shares {
  private Shares() {}

  /** A share whose hash meets the job's share target; different for each first nonce. */
  static Share of(Job job, int firstNonce) {
    return find(job, VersionSlice.single(job.header().version()), firstNonce, job.shareTarget());
  }

  /** A share whose version has a pattern of the mask's bits set. */
  static Share rolled(Job job, int pattern, int firstNonce) {
    int mask = job.versionMask() & ~job.header().version();
    VersionSlice version = new VersionSlice(job.header().version(), mask, pattern, 1);
    return find(job, version, firstNonce, job.shareTarget());
  }

  /** A share that is a block. */
  static Share block(Job job, int firstNonce) {
    return find(
        job,
        VersionSlice.single(job.header().version()),
        firstNonce,
        CompactBits.target(job.header().nbits()).orElseThrow());
  }

  private static Share find(Job job, VersionSlice version, int firstNonce, Target target) {
    Extranonce2 extranonce2 = new Extranonce2(1, 4);
    Work work =
        new Work(
            job,
            extranonce2,
            root((MerkleSource.Coinbase) job.merkle(), extranonce2),
            job.header().time(),
            version,
            0,
            1L << 32);
    for (int nonce = firstNonce; nonce < firstNonce + 1_000_000; nonce++) {
      Candidate candidate = new Candidate(work, version.version(0), nonce);
      BlockHeader header = candidate.header();
      if (target.isMetBy(header.hash())) {
        return new Share(candidate, header, header.hash(), "test");
      }
    }
    throw new AssertionError("too hard to find by hand: " + target);
  }

  private static Hash256 root(MerkleSource.Coinbase coinbase, Extranonce2 extranonce2) {
    Bytes whole = coinbase.prefix().then(Bytes.of(extranonce2.bytes())).then(coinbase.suffix());
    return Sha256d.hash(whole.toArray());
  }
}
