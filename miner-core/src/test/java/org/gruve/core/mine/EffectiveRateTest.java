package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveRateTest {
  private static final long SEED = 20_261_122L;
  private static final double WEIGHT = 0x1p32;

  /** Garwood's exact limits for a Poisson count, as published tables have them. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.0253, 5.5716", "2, 0.2422, 7.2247", "5, 1.6235, 11.6683",
    "10, 4.7954, 18.3904", "20, 12.2165, 30.8884", "100, 81.3640, 121.6268"
  })
  void equalSharesHaveTheExactPoissonInterval(int shares, double low, double high) {
    EffectiveRate rate = EffectiveRate.of(proof(shares, WEIGHT), 50);
    assertThat(rate.rate()).isCloseTo(shares * WEIGHT / 50, within(1e-3));
    assertThat(rate.low() * 50 / WEIGHT).isCloseTo(low, within(1e-4));
    assertThat(rate.high() * 50 / WEIGHT).isCloseTo(high, within(1e-4));
  }

  @Test
  void mixedDifficultiesCoverTheTruthAboutNineteenTimesInTwenty() {
    Random random = new Random(SEED);
    int runs = 2000;
    int covered = 0;
    for (int i = 0; i < runs; i++) {
      Proof proof = Proof.NONE;
      // 100 s at rate 1: 50 s at weight 4, then 50 s at weight 1.
      proof = arrivals(random, proof, 50, 4);
      proof = arrivals(random, proof, 50, 1);
      EffectiveRate rate = EffectiveRate.of(proof, 100);
      covered += rate.low() <= 1 && 1 <= rate.high() ? 1 : 0;
    }
    assertThat(covered / (double) runs).as("seed %d", SEED).isBetween(0.94, 0.99);
  }

  @Test
  void noShareProvesNothing() {
    EffectiveRate rate = EffectiveRate.of(Proof.NONE, 10);
    assertThat(rate).isEqualTo(new EffectiveRate(0, 0, Double.POSITIVE_INFINITY));
    assertThat(rate.verdict(1e6)).isEqualTo("no accepted share yet");
  }

  @Test
  void aRunWithoutLengthHasNoRate() {
    EffectiveRate rate = EffectiveRate.of(proof(3, WEIGHT), 0);
    assertThat(rate.rate()).isNaN();
    assertThat(rate.verdict(1e6)).isEqualTo("nothing measured yet");
    assertThat(EffectiveRate.of(proof(3, 1), 1).verdict(Double.NaN))
        .isEqualTo("nothing measured yet");
  }

  @Test
  void agreesWithinNoiseAndSaysHowFarOffOtherwise() {
    EffectiveRate rate = EffectiveRate.of(proof(100, 10), 10);
    assertThat(rate.verdict(100)).isEqualTo("within noise");
    assertThat(rate.verdict(121)).isEqualTo("within noise");
    assertThat(rate.verdict(125)).isEqualTo("20.0 % below the measured rate");
    assertThat(rate.verdict(80)).isEqualTo("25.0 % above the measured rate");
  }

  private static Proof proof(int shares, double weight) {
    Proof proof = Proof.NONE;
    for (int i = 0; i < shares; i++) {
      proof = proof.plus(weight);
    }
    return proof;
  }

  private static Proof arrivals(Random random, Proof before, double seconds, double weight) {
    Proof proof = before;
    for (double t = next(random, weight); t < seconds; t += next(random, weight)) {
      proof = proof.plus(weight);
    }
    return proof;
  }

  private static double next(Random random, double mean) {
    return -Math.log(1 - random.nextDouble()) * mean;
  }
}
