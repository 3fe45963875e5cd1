package org.gruve.cli;

import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolUrl;

/** A device, a pool, a job that easy shares meet, and shares of it. */
final class Samples {
  static final DeviceInfo CPU = new DeviceInfo("cpu", "cpu", "Test CPU", "scalar", "");
  static final PoolAccount POOL = new PoolAccount(new PoolUrl("pool.test", 3333), "me", "x");

  /** The target of difficulty 65536 takes too long to meet: the header is checked, not the hash. */
  static final Target HARD = new Target(Target.DIFFICULTY_1.value().shiftRight(16));

  private Samples() {}

  static Job job(String id, Target target, int nbits) {
    byte[] prefix = new byte[60];
    prefix[41] = 4;
    prefix[42] = 3;
    prefix[43] = 0x40;
    prefix[44] = 0x42;
    prefix[45] = 0x0f;
    return new Job(
        id,
        new HeaderTemplate(0x20000000, Hash256.ZERO, 1_700_000_000, nbits),
        new MerkleSource.Coinbase(Bytes.of(prefix), 4, Bytes.EMPTY, List.of()),
        0,
        target,
        true,
        new Nowhere());
  }

  /** A real share: its hash meets the job's target, which must be easy. */
  static Share minedShare(Job job) {
    Share share = share(job, 0);
    for (int nonce = 1; !job.shareTarget().isMetBy(share.hash()); nonce++) {
      share = share(job, nonce);
    }
    return share;
  }

  static Share share(Job job, int nonce) {
    VersionSlice version = VersionSlice.single(job.header().version());
    Work work =
        new Work(
            job, new Extranonce2(0, 4), Hash256.ZERO, job.header().time(), version, 0, 1L << 32);
    Candidate candidate = new Candidate(work, job.header().version(), nonce);
    BlockHeader header = candidate.header();
    return new Share(candidate, header, header.hash(), "cpu");
  }

  static ShareResult result(Share share, ShareResult.Outcome outcome, String reason) {
    return new ShareResult(share, outcome, reason, 42_000_000);
  }

  static DeviceMeter meter(double rate10s, double rate60s, double rate15m) {
    return new DeviceMeter(CPU, 1_000_000, 0, rate10s, rate60s, rate15m, rate10s, rate10s);
  }

  private record Nowhere() implements JobOrigin {}
}
