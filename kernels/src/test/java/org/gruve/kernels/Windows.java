package org.gruve.kernels;

import java.math.BigInteger;
import java.util.Random;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** Small works for device tests. */
final class Windows {
  private Windows() {}

  /** The target whose top word is {@code word}, all ones below it. */
  static Target topWord(long word) {
    return new Target(BigInteger.valueOf(word + 1).shiftLeft(224).subtract(BigInteger.ONE));
  }

  /** Every hash meets it. */
  static Target anything() {
    return topWord(0xffff_ffffL);
  }

  static BlockHeader header(Random random) {
    return new BlockHeader(
        random.nextInt(), hash(random), hash(random), random.nextInt(), random.nextInt(), 0);
  }

  static Hash256 hash(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Hash256.of(bytes);
  }

  /** One version of a header. */
  static Work of(BlockHeader header, Target target, long first, long count) {
    var versions = VersionSlice.single(header.version());
    return SelfTestCase.work(header, versions, target, new NonceRange(first, count));
  }
}
