package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.gruve.core.block.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSizerTest {
  private static final HitDensity HARD =
      new HitDensity(HitDensity.hashesPerHit(Target.DIFFICULTY_1), Double.POSITIVE_INFINITY);
  private static final int SLOTS = 256;

  private final BatchSizer sizer = new BatchSizer(Duration.ofMillis(20));

  @Test
  void beginsColdWithAFewThousandAndDoubles() {
    assertThat(sizer.next(HARD, SLOTS)).isEqualTo(4096);
    run(1e12, 1);
    assertThat(sizer.next(HARD, SLOTS)).isEqualTo(8192);
    run(1e12, 3);
    assertThat(sizer.next(HARD, SLOTS)).isEqualTo(8192 * 8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e5, 2e7, 1e10, 2e11})
  void settlesAtTheWantedTimeForAnyRate(double rate) {
    run(rate, 100);
    assertThat(sizer.next(HARD, Integer.MAX_VALUE) / rate).isCloseTo(0.020, within(0.0005));
  }

  @Test
  void shrinksAtOnceWhenABatchTakesMuchTooLong() {
    run(1e9, 100);
    run(1e7, 1);
    assertThat(sizer.next(HARD, SLOTS) / 1e7).isLessThan(0.025);
  }

  @Test
  void growsNoFasterThanDoubleAfterASlowTime() {
    run(1e6, 100);
    long before = sizer.next(HARD, SLOTS);
    run(1e12, 1);
    assertThat(sizer.next(HARD, SLOTS)).isLessThanOrEqualTo(2 * before);
  }

  @Test
  void isNotMovedByTheShortEndOfAWork() {
    run(1e9, 100);
    long before = sizer.next(HARD, SLOTS);
    sizer.took(100, 50_000);
    assertThat((double) sizer.next(HARD, SLOTS)).isCloseTo((double) before, within(before * 0.01));
  }

  @Test
  void survivesAClockThatShowsNoTime() {
    for (int i = 0; i < 100; i++) {
      sizer.took(sizer.next(HARD, SLOTS), 0);
    }
    assertThat(sizer.next(HARD, Integer.MAX_VALUE)).isBetween(1L << 20, 1L << 40);
  }

  @Test
  void countsHitsByTheTopWordAsUnsigned() {
    assertThat(HitDensity.hashesPerHit(Target.MAX)).isEqualTo(1);
    assertThat(HitDensity.hashesPerHit(Jobs.oneIn(20))).isEqualTo(1 << 20);
    assertThat(HitDensity.hashesPerHit(Jobs.oneIn(50))).isEqualTo(0x1p32);
  }

  @Test
  void keepsExpectedHitsUnderAQuarterOfTheSlots() {
    run(1e10, 100);
    for (int bits = 0; bits <= 32; bits++) {
      double expected = sizer.next(oneIn(bits), SLOTS) * Math.scalb(1.0, -bits);
      assertThat(expected).as("one share in 2^%d", bits).isLessThanOrEqualTo(SLOTS / 4);
    }
  }

  @Test
  void asksForAtLeastOneHashOfADeviceWithFewSlots() {
    assertThat(sizer.next(oneIn(0), 1)).isEqualTo(1);
  }

  @Test
  void cutsABatchToAboutOneShareWhereSharesAreDense() {
    run(1e7, 100);
    assertThat(sizer.next(oneIn(16), SLOTS)).isEqualTo(1 << 16);
  }

  @Test
  void cutsABatchToAnEighthOfABlockWhereBlocksAreDense() {
    run(1e7, 100);
    assertThat(sizer.next(new HitDensity(1 << 30, 1 << 19), SLOTS)).isEqualTo(1 << 16);
  }

  @Test
  void keepsAnEighthOfTheBatchHoweverDenseSharesAre() {
    run(1e7, 100);
    assertThat(sizer.next(oneIn(12), SLOTS) / 1e7).isCloseTo(0.0025, within(0.0001));
  }

  @Test
  void growsBackToFullSizeAfterADenseJob() {
    for (int i = 0; i < 100; i++) {
      long hashes = sizer.next(oneIn(12), SLOTS);
      sizer.took(hashes, (long) (hashes / 1e7 * 1e9));
    }
    assertThat(sizer.next(HARD, SLOTS) / 1e7).isCloseTo(0.020, within(0.0005));
  }

  private static HitDensity oneIn(int bits) {
    return new HitDensity(HitDensity.hashesPerHit(Jobs.oneIn(bits)), Double.POSITIVE_INFINITY);
  }

  private void run(double rate, int batches) {
    for (int i = 0; i < batches; i++) {
      long hashes = sizer.next(HARD, Integer.MAX_VALUE);
      sizer.took(hashes, (long) (hashes / rate * 1e9));
    }
  }
}
