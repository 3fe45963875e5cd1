package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.TestWorks;
import org.gruve.kernels.gpu.Checks;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.GpuDriver;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Tunings;
import org.gruve.kernels.gpu.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The very text that drivers get, of some variants, run instruction by instruction. */
class PtxKernelsTest {
  private static final long SEED = Long.getLong("gruve.seed", 20090103L);
  private static final Target ONE_IN_4 =
      new Target(BigInteger.ONE.shiftLeft(254).subtract(BigInteger.ONE));

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @CsvSource({
    "false, false, 0, 256",
    "true, false, 0, 64",
    "false, true, 0, 96",
    "true, true, 73, 128",
    "true, true, 96, 256",
    "true, true, 120, 32"
  })
  void findTheReferencesHits(boolean sums, boolean shifts, int turns, int groupSize) {
    Setting setting = new Setting(new Variant(sums, shifts, turns), groupSize, 2);
    searchAndCompare(TestWorks.random(random, 1, 150, ONE_IN_4), setting);
    searchAndCompare(TestWorks.random(random, 290, 3, ONE_IN_4), setting);
  }

  private static void searchAndCompare(Work work, Setting setting) {
    assertThat(search(work, setting))
        .as("%s, %s, seed %d", setting.label(), work, SEED)
        .containsExactlyInAnyOrderElementsOf(ReferenceDevice.hits(work, 0, work.hashes()));
  }

  private static List<Candidate> search(Work work, Setting setting) {
    List<Candidate> found = new ArrayList<>();
    try (GpuDevice device = device(setting);
        Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      while (searcher.enqueue(work.hashes()) > 0) {
        found.addAll(Batch.of(searcher).candidates());
      }
    }
    return found;
  }

  private static GpuDevice device(Setting setting) {
    return new GpuDevice(
        new DeviceInfo("ptx:0", "ptx", "the interpreter", "", ""),
        "",
        Interpreted::new,
        Tunings.fixed(setting),
        Checks.NONE);
  }

  private static final class Interpreted implements GpuDriver {
    @Override
    public GpuQueue queue(Setting setting) {
      PtxModule module = PtxModule.parse(CudaText.of(setting.variant()));
      return new PtxQueue(module, new org.gruve.kernels.gpu.Grid(1, setting));
    }

    @Override
    public void close() {
      // There is nothing to let go.
    }
  }
}
