package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final SpeedWatch watch = new SpeedWatch();

  @Test
  void doubtsARateThatIsBelowHalfOfTheBestForFiveSeconds() {
    assertThat(watch.doubts(1000, SECOND)).isFalse();
    for (int i = 0; i < 4; i++) {
      assertThat(watch.doubts(499, SECOND)).isFalse();
    }
    assertThat(watch.doubts(499, SECOND)).isTrue();
  }

  @Test
  void takesTheSlowRateForNormalOnceItHasDoubted() {
    watch.doubts(1000, SECOND);
    for (int i = 0; i < 5; i++) {
      watch.doubts(400, SECOND);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(watch.doubts(400, SECOND)).isFalse();
    }
  }

  @Test
  void forgivesShortHalts() {
    for (int i = 0; i < 20; i++) {
      assertThat(watch.doubts(i % 4 == 0 ? 1000 : 10, SECOND)).isFalse();
    }
  }

  @Test
  void sumsShortBatches() {
    for (int i = 0; i < 100; i++) {
      assertThat(watch.doubts(1, SECOND / 20)).isFalse();
    }
  }
}
