package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

class ReferenceDeviceTest {
  private static final VersionSlice VERSIONS = new VersionSlice(0x20000000, 0x00006000, 1, 3);

  @Test
  void findsEveryHitThatBouncyCastleFindsAndNoOther() {
    Work work = work(Jobs.oneIn(4), 0xfffffff0, 16);
    List<Candidate> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (int nonce = 0xfffffff0; nonce != 0; nonce++) {
        Candidate candidate = new Candidate(work, VERSIONS.version(i), nonce);
        if (Integer.compareUnsigned(sha256d(candidate.header().bytes()).topWord(), 0x0fffffff)
            <= 0) {
          expected.add(candidate);
        }
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(ReferenceDevice.hits(work, 0, work.hashes())).isEqualTo(expected);
  }

  @Test
  void batchesTogetherCoverAWorkOnce() {
    Work work = work(Target.MAX, 5, 100);
    List<Candidate> found = new ArrayList<>();
    long counted = 0;
    try (Searcher searcher = new ReferenceDevice("cpu", 1).searcher(0)) {
      searcher.begin(work);
      while (searcher.enqueue(70) > 0) {
        Batch batch = Batch.of(searcher);
        counted += batch.hashes();
        found.addAll(batch.candidates());
      }
    }
    assertThat(counted).isEqualTo(300);
    assertThat(found).hasSize(300).doesNotHaveDuplicates();
  }

  private static Work work(Target target, int firstNonce, long nonces) {
    return new Work(
        Jobs.fixedRoot("reference", target),
        new Extranonce2(0, 0),
        Hash256.ZERO,
        1_700_000_000,
        VERSIONS,
        firstNonce,
        nonces);
  }

  private static Hash256 sha256d(byte[] bytes) {
    byte[] once = sha256(bytes);
    return Hash256.of(sha256(once));
  }

  private static byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }
}
