package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StretchTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong(-5 * SECOND);
  private final List<Double> told = new ArrayList<>();

  @Test
  void spreadsABatchOverTheSecondsThatItTook() {
    Stretch stretch = stretch(_ -> false);
    stretch.scanned(100, at(0), at(1));
    stretch.scanned(300, at(1), at(4));
    stretch.scanned(50, at(4), at(4) + SECOND / 2);
    assertThat(stretch.hashes()).isEqualTo(450);
    assertThat(stretch.elapsed()).isCloseTo(4.5, within(1e-9));
    assertThat(stretch.perSecond()).hasSize(4).allMatch(one -> Math.abs(one - 100) < 1e-6);
  }

  @Test
  void endsWithItsTime() {
    Stretch stretch = stretch(_ -> false);
    assertThat(stretch.left(at(0))).isEqualTo(10 * SECOND);
    assertThat(stretch.left(at(10))).isLessThanOrEqualTo(0);
  }

  @Test
  void endsEarlyWhenTheRateHasSettled() {
    Stretch stretch = stretch(new Steadiness(Duration.ofSeconds(4)));
    long[] hashes = {10, 50, 100, 101, 100, 100};
    for (int i = 0; i < hashes.length; i++) {
      assertThat(stretch.left(at(i))).as("second %d", i).isPositive();
      stretch.scanned(hashes[i], at(i), at(i + 1));
      stretch.tell();
      stretch.tell();
    }
    assertThat(stretch.left(at(6))).isZero();
    assertThat(told).hasSize(5);
  }

  @Test
  void aRateThatStillClimbsHasNotSettled() {
    assertThat(new Steadiness(Duration.ofSeconds(1)).test(List.of(90.0, 95.0, 100.0))).isFalse();
    assertThat(new Steadiness(Duration.ofSeconds(5)).test(List.of(9.0, 9.0, 9.0))).isFalse();
    assertThat(new Steadiness(Duration.ofSeconds(1)).test(List.of(0.0, 0.0, 0.0))).isFalse();
  }

  @Test
  void noiseIsNoSteadinessButMustNotHideARise() {
    Steadiness steadiness = new Steadiness(Duration.ofSeconds(5));
    List<Double> noisy = List.of(100.0, 92.0, 97.0, 91.0, 99.0, 94.0);
    assertThat(steadiness.test(noisy)).isTrue();
    assertThat(steadiness.isSteady(noisy)).isFalse();
    assertThat(steadiness.test(noisy.subList(0, 5))).isFalse();
    assertThat(steadiness.test(List.of(50.0, 60.0, 70.0, 80.0, 90.0, 100.0))).isFalse();
    assertThat(steadiness.test(List.of(84.0, 92.0, 88.0, 95.0, 90.0, 99.0))).isFalse();
    assertThat(steadiness.test(List.of(90.0, 20.0, 60.0, 10.0, 90.0, 30.0))).isFalse();
  }

  @Test
  void workersDoNotWaitForWhoIsTold() {
    Stretch stretch = stretch(_ -> false);
    stretch.scanned(500, at(0), at(5));
    assertThat(told).isEmpty();
    stretch.tell();
    assertThat(told).hasSize(1);
  }

  @Test
  void theClockIsKnownOnlyWhereReadingsAgree() {
    assertThat(CoreClock.of(List.of(3e9, 3.1e9))).isCloseTo(3.05e9, within(1.0));
    assertThat(CoreClock.of(List.of(3e9, 2e9))).isNaN();
    assertThat(CoreClock.of(List.of(3e9, Double.NaN))).isNaN();
    assertThat(CoreClock.of(List.of())).isNaN();
  }

  private long at(long second) {
    return clock.get() + second * SECOND;
  }

  private Stretch stretch(Predicate<List<Double>> enough) {
    BenchmarkWatch watch =
        new BenchmarkWatch() {
          @Override
          public boolean isStopping() {
            return false;
          }

          @Override
          public void progress(Stage stage, double seconds, double hashrate) {
            told.add(hashrate);
          }
        };
    return new Stretch(
        clock::get, Duration.ofSeconds(10), enough, watch, BenchmarkWatch.Stage.MEASURING);
  }
}
