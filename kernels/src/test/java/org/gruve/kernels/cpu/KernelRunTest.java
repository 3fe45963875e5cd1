package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;
import org.gruve.kernels.cpu.CpuKernel.Expected;
import org.gruve.kernels.header.TopWord;
import org.junit.jupiter.api.Test;

/** A worker, its kernels and its clock together. */
class KernelRunTest {
  private static final int BATCH = 1_000;
  private static final long MILLISECOND = 1_000_000;

  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong costOfFirst = new AtomicLong(MILLISECOND);
  private final CpuKernel first = kernel("first", costOfFirst);
  private final CpuKernel second = kernel("second", new AtomicLong(2 * MILLISECOND));
  private final KernelChoice choice = new KernelChoice(List.of(first, second));
  private final KernelRun run = new KernelRun(choice, clock::get);
  private final List<String> remarks = new ArrayList<>();
  private final Work work = work();
  private final WorkScan scan = new WorkScan(work, VersionCut.TUNED);
  private final List<Candidate> found = new ArrayList<>();
  private long hashes;

  KernelRunTest() {
    choice.listen(remarks::add);
  }

  @Test
  void replacesAKernelThatBecomesSlowInTheMiddleOfAWorkAndLosesNoHit() {
    scan(10);
    assertThat(choice.trial().shown()).isSameAs(first);
    costOfFirst.set(5 * MILLISECOND);
    scan(2_000);
    assertThat(choice.trial().shown()).isSameAs(second);
    assertThat(remarks).singleElement().asString().contains("first", "second", "below half");
    assertThat(found).containsExactlyInAnyOrderElementsOf(ReferenceDevice.hits(work, 0, hashes));
  }

  @Test
  void keepsAKernelThatIsSlowForAShortTimeOnly() {
    scan(10);
    costOfFirst.set(5 * MILLISECOND);
    scan(3);
    costOfFirst.set(MILLISECOND);
    scan(100);
    assertThat(choice.isOpen()).isFalse();
    assertThat(choice.trial().shown()).isSameAs(first);
    assertThat(remarks).isEmpty();
  }

  private void scan(int batches) {
    for (int i = 0; i < batches; i++) {
      hashes += run.scan(scan, BATCH);
      found.addAll(scan.takeHits());
    }
  }

  private CpuKernel kernel(String name, AtomicLong nanosPerHash) {
    return CpuKernel.usable(
        name,
        new Expected(1, false),
        () ->
            new Scanner(
                new Costly(new LaneNonces(new ScalarRounds()), clock, nanosPerHash),
                new LaneVersions(new ScalarRolled())),
        () -> "");
  }

  /** Right, and as slow as it is told to be. */
  private record Costly(NonceScan right, AtomicLong clock, AtomicLong nanosPerHash)
      implements NonceScan {
    @Override
    public void begin(int[] header) {
      right.begin(header);
    }

    @Override
    public void scan(int first, long count, TopWord top, IntConsumer hits) {
      right.scan(first, count, top, hits);
      clock.addAndGet(count * nanosPerHash.get());
    }
  }

  /** One hash in 256 hits. */
  private static Work work() {
    var target = new Target(BigInteger.ONE.shiftLeft(248).subtract(BigInteger.ONE));
    var template = new HeaderTemplate(1, Hash256.ZERO, 1, 0x1d00ffff);
    var root = new MerkleSource.Fixed(Hash256.ZERO);
    var job = new Job("easy", template, root, 0, target, true, new JobOrigin() {});
    return new Work(
        job, Extranonce2.NONE, Hash256.ZERO, 1, VersionSlice.single(1), 0, Work.ALL_NONCES);
  }
}
