package org.gruve.benchmarks.jmh;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.gruve.kernels.Layout;

/**
 * A work around a real block, and every hit in it by the JDK's SHA-256, which shares no code with
 * the kernels.
 *
 * @param hits the {@link #key} of each, in ascending order
 */
record ScanWindow(Work work, List<Long> hits) {
  /** Block 825000 of Bitcoin's main chain, whose miner had rolled the version. */
  static final BlockHeader GOLDEN =
      BlockHeader.parse(
          HexFormat.of()
              .parseHex(
                  "00e0d020f6d6008880ac145009739b2833412709addcdb255aba010000000000000000000da95423"
                      + "33c185a8add906acda78de91617a580d5cb8ee16fb74204d0401026092449d65"
                      + "69d803176c52eb4e"));

  /** One hash in 2^14 is a hit: enough to compare, too few to cost anything. */
  private static final int ZERO_BITS = 14;

  /** As many as a version-rolled kernel keeps midstates of: it takes each nonce for all of them. */
  private static final int VERSIONS = 512;

  private enum Nobody implements JobOrigin {
    INSTANCE
  }

  /** So many hashes, a multiple of 512, the block's own among them. */
  static ScanWindow of(Layout layout, int hashes) {
    VersionSlice versions = layout.around(GOLDEN.version(), VERSIONS);
    Work work = work(versions, hashes / versions.count());
    List<Long> hits = hits(work);
    if (!hits.contains(key(GOLDEN.version(), GOLDEN.nonce()))) {
      throw new IllegalStateException("the window lacks the block's own nonce");
    }
    return new ScanWindow(work, hits);
  }

  /** A point of a work as one number. */
  static long key(int version, int nonce) {
    return (long) version << 32 | Integer.toUnsignedLong(nonce);
  }

  private static Work work(VersionSlice versions, int nonces) {
    var template =
        new HeaderTemplate(versions.base(), GOLDEN.prevHash(), GOLDEN.time(), GOLDEN.nbits());
    var target = new Target(BigInteger.ONE.shiftLeft(256 - ZERO_BITS).subtract(BigInteger.ONE));
    var root = new MerkleSource.Fixed(GOLDEN.merkleRoot());
    var job = new Job("benchmark", template, root, versions.mask(), target, true, Nobody.INSTANCE);
    var none = new Extranonce2(0, 0);
    int first = GOLDEN.nonce() - nonces / 2;
    return new Work(job, none, GOLDEN.merkleRoot(), GOLDEN.time(), versions, first, nonces);
  }

  private static List<Long> hits(Work work) {
    return IntStream.range(0, work.versions().count())
        .map(work.versions()::version)
        .mapToObj(version -> hits(work, version))
        .flatMapToLong(hits -> hits)
        .sorted()
        .boxed()
        .toList();
  }

  private static LongStream hits(Work work, int version) {
    int topWord = work.job().shareTarget().topWord();
    return LongStream.range(0, work.nonces())
        .mapToInt(offset -> work.firstNonce() + (int) offset)
        .filter(nonce -> isHit(work.header(version, nonce), topWord))
        .mapToLong(nonce -> key(version, nonce));
  }

  private static boolean isHit(BlockHeader header, int topWord) {
    return Integer.compareUnsigned(header.hash().topWord(), topWord) <= 0;
  }
}
