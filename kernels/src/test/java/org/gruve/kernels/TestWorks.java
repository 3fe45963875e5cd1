package org.gruve.kernels;

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
    BlockHeader header = RealHeaders.all().getFirst();
    VersionSlice slice =
        versions == 1
            ? VersionSlice.single(header.version())
            : new VersionSlice(header.version() & ~ROLLED, ROLLED, 0, versions);
    return SelfTestCase.work(header, slice, target, new NonceRange(0, nonces));
  }
}
