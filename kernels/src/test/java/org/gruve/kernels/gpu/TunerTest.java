package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TunerTest {
  private static final Variant SUMS = new Variant(true, false, 0);
  private static final long SCAN = Duration.ofMillis(20).toNanos();

  private final List<Setting> settled = new ArrayList<>();
  private double joules;

  @Test
  void findsTheFastestVariantGroupAndLength() {
    Setting best = new Setting(new Variant(true, true, 73), 128, 256);
    Tuner tuner = tuner(TuningGoal.RATE);
    int scans = run(tuner, setting -> speed(setting, best));
    assertThat(tuner.setting()).isEqualTo(best);
    assertThat(settled).containsExactly(best);
    assertThat(scans * SCAN).as("nanoseconds").isLessThan(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void keepsTheFirstWhereAllAreTheSame() {
    Tuner tuner = tuner(TuningGoal.RATE);
    run(tuner, setting -> 1e9);
    assertThat(tuner.setting()).isEqualTo(Choices.nvidia().start());
  }

  @Test
  void findsTheMostEfficientWhenAskedTo() {
    Tuner tuner = tuner(TuningGoal.EFFICIENCY);
    run(
        tuner,
        setting -> {
          boolean frugal = setting.variant().equals(SUMS);
          joules += frugal ? 1 : 4;
          return frugal ? 1e9 : 2e9;
        });
    assertThat(tuner.setting().variant()).isEqualTo(SUMS);
  }

  @Test
  void tunesForRateWhereNoEnergyIsCounted() {
    joules = Double.NaN;
    Tuner tuner = tuner(TuningGoal.EFFICIENCY);
    run(tuner, setting -> setting.variant().turns() == 96 ? 2e9 : 1e9);
    assertThat(tuner.setting().variant().turns()).isEqualTo(96);
  }

  @Test
  void ignoresScansOfTheSettingBefore() {
    Tuner tuner = tuner(TuningGoal.RATE);
    Setting other = new Setting(Variant.PLAIN, 64, 64);
    for (int i = 0; i < 100; i++) {
      tuner.took(other, 1L << 40, SCAN);
    }
    assertThat(tuner.setting()).isEqualTo(Choices.nvidia().start());
  }

  @Test
  void goesOnWithoutASettingThatIsRefused() {
    Tuner tuner = tuner(TuningGoal.RATE);
    Setting start = tuner.setting();
    while (tuner.setting().equals(start)) {
      tuner.took(start, 1 << 20, SCAN);
    }
    Setting refused = tuner.setting();
    tuner.refused(refused);
    assertThat(tuner.setting()).isNotEqualTo(refused);
    run(tuner, setting -> setting.equals(refused) ? 9e9 : 1e9);
    assertThat(tuner.setting()).isNotEqualTo(refused);
  }

  @Test
  void remembersNothingWhereTheCounterOfEnergyStandsStill() {
    Tuner tuner = tuner(TuningGoal.EFFICIENCY);
    run(tuner, setting -> 1e9);
    assertThat(settled).isEmpty();
    assertThat(tuner.setting()).isEqualTo(Choices.nvidia().start());
  }

  @Test
  void countsNoScanThatIsAllOverhead() {
    Tuner tuner = tuner(TuningGoal.RATE);
    Setting start = tuner.setting();
    for (int i = 0; i < 10_000; i++) {
      tuner.took(start, 61, Duration.ofNanos(100_000).toNanos());
    }
    assertThat(tuner.setting()).isEqualTo(start);
    assertThat(tuner.isSettled()).isFalse();
  }

  private Tuner tuner(TuningGoal goal) {
    return new Tuner(Choices.nvidia(), goal, () -> joules, settled::add);
  }

  /** The more a setting has in common with the best, the faster it is. */
  private static double speed(Setting setting, Setting best) {
    double speed = 1e9;
    speed *= setting.variant().equals(best.variant()) ? 1.2 : 1;
    speed *= setting.groupSize() == best.groupSize() ? 1.1 : 1;
    return speed * (setting.perThread() == best.perThread() ? 1.05 : 1);
  }

  private static int run(Tuner tuner, ToDoubleFunction<Setting> rate) {
    int scans = 0;
    while (!tuner.isSettled()) {
      Setting setting = tuner.setting();
      tuner.took(setting, (long) (rate.applyAsDouble(setting) * SCAN / 1e9), SCAN);
      assertThat(++scans).isLessThan(10_000);
    }
    return scans;
  }
}
