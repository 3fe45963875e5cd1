package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.TestWorks;
import org.junit.jupiter.api.Test;

class GpuSearcherTest {
  private static final Target ONE_IN_16 =
      new Target(BigInteger.ONE.shiftLeft(252).subtract(BigInteger.ONE));

  private static final Variant SUMS = new Variant(true, false, 0);

  private final List<ComputedDriver> opened = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  @Test
  void startsAfreshOnceWhenTheDriverReportsAnError() {
    Work work = TestWorks.versions(1, 400, ONE_IN_16);
    try (Searcher searcher = open(Checks.NONE).searcher(0)) {
      searcher.begin(work);
      searcher.enqueue(100);
      searcher.enqueue(100);
      opened.getFirst().failures = 1;
      assertThat(found(searcher, 2)).isEqualTo(hits(work, 0, 200));
    }
    assertThat(opened).hasSize(2);
    assertThat(opened.getFirst().closes).isOne();
    assertThat(remarks).singleElement().asString().contains("started afresh");
  }

  @Test
  void givesUpAtASecondError() {
    try (Searcher searcher = open(Checks.NONE).searcher(0)) {
      searcher.begin(TestWorks.versions(1, 400, ONE_IN_16));
      searcher.enqueue(100);
      opened.getFirst().failures = 1;
      Batch.of(searcher);
      searcher.enqueue(100);
      opened.getLast().failures = 1;
      assertThatThrownBy(() -> Batch.of(searcher)).isInstanceOf(DeviceException.class);
    }
  }

  @Test
  void makesMidstatesOncePerLaneAndBlock() {
    try (Searcher searcher = open(Checks.NONE).searcher(0)) {
      searcher.begin(TestWorks.versions(300, 8, ONE_IN_16));
      for (int i = 0; i < 8; i++) {
        searcher.enqueue(300);
        Batch.of(searcher);
      }
    }
    assertThat(opened.getFirst().midstates).isOne();
  }

  @Test
  void closesAllItsQueues() {
    try (Searcher searcher = open(Checks.NONE).searcher(0)) {
      searcher.begin(TestWorks.versions(1, 400, ONE_IN_16));
      searcher.enqueue(100);
      searcher.enqueue(100);
      Batch.of(searcher);
      Batch.of(searcher);
    }
    assertThat(opened.getFirst().openQueues).isZero();
  }

  @Test
  void closesTheQueuesOfScansThatNobodyWaitsFor() {
    try (Searcher searcher = open(Checks.NONE).searcher(0)) {
      searcher.begin(TestWorks.versions(1, 400, ONE_IN_16));
      searcher.enqueue(100);
      searcher.enqueue(100);
    }
    assertThat(opened.getFirst().openQueues).isZero();
  }

  @Test
  void passesOverAVariantThatDoesNotCompile() {
    ComputedDriver driver = new ComputedDriver();
    driver.refused.add(SUMS);
    tune(driver, Checks.NONE);
    assertThat(remarks)
        .satisfiesExactly(
            first -> assertThat(first).contains("sums/64x64 passed over: the fake does not"),
            last -> assertThat(last).contains("keeps the kernel plain/64x64"));
  }

  @Test
  void passesOverAVariantThatAnswersWrong() {
    Checks wrong = new Checks(_ -> Optional.of("no"), Optional.empty());
    tune(new ComputedDriver(), wrong);
    assertThat(remarks)
        .first()
        .asString()
        .contains("sums/64x64 passed over: it gives wrong answers");
  }

  /** Mines until it is tuned; what is found meanwhile must be all there is. */
  private void tune(ComputedDriver driver, Checks checks) {
    Setting start = new Setting(Variant.PLAIN, 64, 64);
    Choices choices = new Choices(start, List.of(SUMS, Variant.PLAIN), List.of(64), List.of(64));
    Tuner tuner = new Tuner(choices, TuningGoal.RATE, () -> Double.NaN, _ -> {});
    Work work = TestWorks.versions(1, 1L << 32, ONE_IN_16);
    Device device = GpuDevices.on(() -> driver, new Tunings(tuner, tuner), checks);
    device.listen(remarks::add);
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      long scanned = 0;
      while (!tuner.isSettled()) {
        long hashes = searcher.enqueue(1000);
        assertThat(found(searcher, 1)).isEqualTo(hits(work, scanned, hashes));
        scanned += hashes;
      }
    }
  }

  private Device open(Checks checks) {
    Device device = GpuDevices.on(this::opened, Tunings.fixed(Setting.USUAL), checks);
    device.listen(remarks::add);
    return device;
  }

  private GpuDriver opened() {
    opened.add(new ComputedDriver());
    return opened.getLast();
  }

  private static Set<Candidate> found(Searcher searcher, int batches) {
    Set<Candidate> found = new HashSet<>();
    for (int i = 0; i < batches; i++) {
      found.addAll(Batch.of(searcher).candidates());
    }
    return found;
  }

  private static Set<Candidate> hits(Work work, long first, long count) {
    return new HashSet<>(ReferenceDevice.hits(work, first, count));
  }
}
