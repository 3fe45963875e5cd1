package org.gruve.kernels;

import java.util.Random;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** Works of a real header, for tests of other packages. */
public final class TestWorks {
  private static final int ROLLED = 0x1fffe000;

  private TestWorks() {}

  /** So many versions and nonces. */
  public static Work versions(int versions, long nonces, Target target) {
    return versions(RealHeaders.all().getFirst(), versions, new NonceRange(0, nonces), target);
  }

  /** The same of a header that nobody has seen, from a nonce that may be any. */
  public static Work random(Random random, int versions, long nonces, Target target) {
    long first = random.nextLong((1L << 32) - nonces);
    return versions(Windows.header(random), versions, new NonceRange(first, nonces), target);
  }

  private static Work versions(BlockHeader header, int versions, NonceRange nonces, Target target) {
    VersionSlice slice =
        versions == 1
            ? VersionSlice.single(header.version())
            : new VersionSlice(header.version() & ~ROLLED, ROLLED, 0, versions);
    return SelfTestCase.work(header, slice, target, nonces);
  }
}
