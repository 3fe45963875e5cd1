package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VardiffTest {
  private static final long SECOND = 1_000_000_000L;
  private static final double START = 1e-4;
  private static final long SEED = 20260102;

  /** Shares at random, as hashing finds them, looked at ten times a second and at each share. */
  private static Vardiff mined(double hashrate, double seconds, Random random) {
    Vardiff vardiff = new Vardiff(START, 0);
    double perSecond = hashrate / Vardiff.HASHES_AT_1;
    double now = 0;
    double look = 0.1;
    while (now < seconds) {
      double gap = -Math.log(1 - random.nextDouble()) * vardiff.difficulty() / perSecond;
      now = Math.min(now + gap, look);
      if (now < look) {
        vardiff.share(vardiff.difficulty() * Vardiff.HASHES_AT_1);
      } else {
        look += 0.1;
      }
      vardiff.adjust((long) (now * SECOND));
    }
    return vardiff;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 50e6, 1e10})
  void comesNearThreeSharesASecondWithinTwoSeconds(double hashrate) {
    int near = 0;
    for (int i = 0; i < 200; i++) {
      Vardiff vardiff = mined(hashrate, 2, new Random(SEED + i));
      double rate = hashrate / Vardiff.HASHES_AT_1 / vardiff.difficulty();
      assertThat(rate).as("shares a second, seed %d", SEED + i).isBetween(0.5, 12.0);
      near += rate > 1.5 && rate < 6 ? 1 : 0;
    }
    assertThat(near).as("runs of 200 within a factor of two, seed %d", SEED).isGreaterThan(180);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e5, 1e6, 50e6, 1e10, 1e13})
  void settles(double hashrate) {
    double rate =
        hashrate / Vardiff.HASHES_AT_1 / mined(hashrate, 60, new Random(SEED)).difficulty();
    assertThat(rate).as("shares a second, seed %d", SEED).isBetween(1.5, 6.0);
  }

  @Test
  void isNotMisledBySharesOfOlderJobs() {
    Vardiff vardiff = new Vardiff(0.01, 0);
    // Thirty easy shares in one second prove as much work as three of the present difficulty.
    for (int i = 1; i <= 30; i++) {
      vardiff.share(0.001 * Vardiff.HASHES_AT_1);
      assertThat(vardiff.adjust(SECOND * i / 30)).isFalse();
    }
    assertThat(vardiff.difficulty()).isEqualTo(0.01);
  }

  @Test
  void doesNotSinkForEverWhereNobodyMines() {
    Vardiff vardiff = new Vardiff(START, 0);
    for (int i = 1; i < 10_000; i++) {
      vardiff.adjust(i * SECOND / 4);
    }
    assertThat(vardiff.difficulty()).isBetween(Vardiff.LEAST, 4 * Vardiff.LEAST);
  }
}
