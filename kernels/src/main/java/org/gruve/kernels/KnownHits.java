package org.gruve.kernels;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.gruve.kernels.gpu.Canary;

/** Canaries out of real blocks: their own nonce and version are the known hit. */
final class KnownHits implements Canary.Source {
  private static final long ALL = 1L << 32;

  private final RandomGenerator random;

  KnownHits(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Canary next(int versions, long nonces) {
    List<BlockHeader> headers = RealHeaders.all();
    BlockHeader header = headers.get(random.nextInt(headers.size()));
    VersionSlice slice =
        versions == 1
            ? VersionSlice.single(header.version())
            : Layout.VERSION_ROLLED.around(header.version(), versions);
    Work work =
        SelfTestCase.work(header, slice, Target.DIFFICULTY_1, range(header.nonce(), nonces));
    return new Canary(work, new Candidate(work, header.version(), header.nonce()));
  }

  /** At one of both ends as often as in between: that is where a launch may stop short. */
  private NonceRange range(int nonce, long count) {
    long known = Integer.toUnsignedLong(nonce);
    long before =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> count - 1;
          default -> random.nextLong(count);
        };
    return new NonceRange(Math.clamp(known - before, 0, ALL - count), count);
  }
}
