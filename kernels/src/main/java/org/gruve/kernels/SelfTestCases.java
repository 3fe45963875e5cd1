package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.VersionSlice;

/** What every device is asked before it is used: about five thousand hashes. */
final class SelfTestCases {
  /** Only repeatable, not secret. */
  private static final long SEED = 0x6772757665L;

  private SelfTestCases() {}

  static List<SelfTestCase> all() {
    List<SelfTestCase> cases = new ArrayList<>();
    RealHeaders.all().forEach(header -> cases.add(real(header)));
    Random random = new Random(SEED);
    for (int zeros = 0; zeros < 6; zeros++) {
      cases.add(random(random, zeros));
    }
    RealHeaders.all().subList(0, 3).forEach(header -> cases.add(amongVersions(header)));
    for (int versions : new int[] {64, 87, 530}) {
      cases.add(rolled(random, versions));
    }
    return cases;
  }

  private static SelfTestCase real(BlockHeader header) {
    return new SelfTestCase(
        "the nonces around the real block " + header.hash(),
        SelfTestCase.work(
            header,
            VersionSlice.single(header.version()),
            Target.DIFFICULTY_1,
            NonceRange.around(header.nonce(), 80)));
  }

  private static SelfTestCase amongVersions(BlockHeader header) {
    return new SelfTestCase(
        "64 versions around the real block " + header.hash(),
        SelfTestCase.work(
            header,
            Layout.VERSION_ROLLED.around(header.version(), 64),
            Target.DIFFICULTY_1,
            NonceRange.around(header.nonce(), 2)));
  }

  /** All or one in 2^zeros hashes hit, in several versions; some windows touch the ends. */
  private static SelfTestCase random(Random random, int zeros) {
    BlockHeader header = randomHeader(random);
    int mask = 0x1fffe000 & ~header.version();
    var versions = new VersionSlice(header.version(), mask, random.nextInt(5), 3);
    int middle = zeros % 3 == 0 ? 0 : zeros % 3 == 1 ? -1 : random.nextInt();
    var target = target(zeros);
    return new SelfTestCase(
        "random window " + zeros,
        SelfTestCase.work(header, versions, target, NonceRange.around(middle, 70 + zeros)));
  }

  /** So many versions that devices take several of them together. */
  private static SelfTestCase rolled(Random random, int count) {
    BlockHeader header = randomHeader(random);
    int mask = 0x1fffe000 & ~header.version();
    var versions = new VersionSlice(header.version(), mask, random.nextInt(50), count);
    Target target = target(3);
    return new SelfTestCase(
        "a random window of " + count + " versions",
        SelfTestCase.work(
            header, versions, target, NonceRange.around(random.nextInt(), 2 + random.nextInt(3))));
  }

  /** One in 2^zeros hashes meets it, 0 to 32 zeros. */
  static Target target(int zeros) {
    return new Target(Target.MAX.value().shiftRight(zeros));
  }

  static BlockHeader randomHeader(Random random) {
    byte[] hashes = new byte[64];
    random.nextBytes(hashes);
    return new BlockHeader(
        random.nextInt() & 0xe000ffff,
        Hash256.of(hashes, 0),
        Hash256.of(hashes, 32),
        random.nextInt(),
        random.nextInt(),
        0);
  }
}
