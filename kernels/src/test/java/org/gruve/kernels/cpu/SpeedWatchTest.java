package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private static final CpuKernel KERNEL = CpuKernels.scalar();

  private final SpeedWatch watch = new SpeedWatch();

  @Test
  void doubtsARateThatIsBelowHalfOfTheBestForFiveSeconds() {
    assertThat(watch.doubts(KERNEL, 1000, SECOND)).isFalse();
    for (int i = 0; i < 4; i++) {
      assertThat(watch.doubts(KERNEL, 499, SECOND)).isFalse();
    }
    assertThat(watch.doubts(KERNEL, 499, SECOND)).isTrue();
  }

  @Test
  void takesTheSlowRateForNormalOnceItHasDoubted() {
    watch.doubts(KERNEL, 1000, SECOND);
    for (int i = 0; i < 5; i++) {
      watch.doubts(KERNEL, 400, SECOND);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(watch.doubts(KERNEL, 400, SECOND)).isFalse();
    }
  }

  @Test
  void forgivesShortHalts() {
    for (int i = 0; i < 20; i++) {
      assertThat(watch.doubts(KERNEL, i % 4 == 0 ? 1000 : 10, SECOND)).isFalse();
    }
  }

  @Test
  void sumsShortBatches() {
    for (int i = 0; i < 100; i++) {
      assertThat(watch.doubts(KERNEL, 1, SECOND / 20)).isFalse();
    }
  }

  @Test
  void comparesAKernelWithItselfOnly() {
    watch.doubts(KERNEL, 1000, SECOND);
    CpuKernel slower = OddKernels.disappointing("slower", 1);
    for (int i = 0; i < 20; i++) {
      assertThat(watch.doubts(slower, 100, SECOND)).isFalse();
    }
  }
}
