package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Work;
import org.gruve.core.work.WorkSource;
import org.gruve.kernels.AbstractDeviceTest;
import org.gruve.kernels.cpu.KernelTrial.Timing;
import org.junit.jupiter.api.Test;

/** Two kernels in turns yield the same hits as one. */
class WarmingUpDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return inItsTrial(VectorKernels.ofWidth(256));
  }

  @Test
  void theCandidateScansAPartOfEachBatch() {
    int found = 0;
    try (CpuDevice device = inItsTrial(OddKernels.forgetful());
        Searcher searcher = device.searcher(0)) {
      searcher.begin(allHits());
      for (int i = 0; i < 10; i++) {
        searcher.enqueue(100);
        found += Batch.of(searcher).candidates().size();
      }
    }
    // One hit is found before the forgetting begins; at least one of each later batch is lost.
    assertThat(found).isBetween(301, 991);
  }

  /** A device whose starter has earned enough to let the candidate have its part. */
  private static CpuDevice inItsTrial(CpuKernel candidate) {
    var choice = new KernelChoice(List.of(candidate, CpuKernels.scalar()), Long.MAX_VALUE);
    choice.trial().judge(new Timing(0, 0), new Timing(1_000_000, 1));
    return new CpuDevice(choice, VersionCut.TUNED, 2);
  }

  private static Work allHits() {
    var template = new HeaderTemplate(1, Hash256.ZERO, 1, 0x1d00ffff);
    var root = new MerkleSource.Fixed(Hash256.ZERO);
    var job = new Job("easy", template, root, 0, Target.MAX, true, new JobOrigin() {});
    return new WorkSource(job).next(0).orElseThrow();
  }
}
