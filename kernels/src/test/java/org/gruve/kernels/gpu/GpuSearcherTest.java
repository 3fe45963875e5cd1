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
  void passesOverAVariantThatDoesNotCompile() {
    Variant sums = new Variant(true, false, 0);
    Setting start = new Setting(sums, 64, 64);
    Choices choices = new Choices(start, List.of(sums, Variant.PLAIN), List.of(64), List.of(64));
    Tuner tuner = new Tuner(choices, TuningGoal.RATE, () -> Double.NaN, setting -> {});
    ComputedDriver driver = new ComputedDriver();
    driver.refused.add(sums);
    Work work = TestWorks.versions(1, 400, ONE_IN_16);
    Device device = GpuDevices.on(() -> driver, new Tunings(tuner, tuner), Checks.NONE);
    device.listen(remarks::add);
    try (Searcher searcher = device.searcher(0)) {
      searcher.begin(work);
      searcher.enqueue(100);
      assertThat(found(searcher, 1)).isEqualTo(hits(work, 0, 100));
    }
    assertThat(remarks).singleElement().asString().contains("passed over");
  }

  @Test
  void proofRefusesAVariantThatAnswersWrong() {
    Choices choices =
        new Choices(Setting.USUAL, List.of(Variant.PLAIN), List.of(256), List.of(128));
    Tuner tuner = new Tuner(choices, TuningGoal.RATE, () -> Double.NaN, setting -> {});
    Checks wrong = new Checks(device -> Optional.of("no"), Optional.empty());
    try (Searcher searcher =
        GpuDevices.on(ComputedDriver::new, new Tunings(tuner, tuner), wrong).searcher(0)) {
      searcher.begin(TestWorks.versions(1, 400, ONE_IN_16));
      assertThatThrownBy(() -> searcher.enqueue(100)).hasMessageContaining("wrong answers: no");
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
