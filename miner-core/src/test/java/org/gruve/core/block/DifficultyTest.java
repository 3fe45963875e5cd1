package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifficultyTest {
  private static final long SEED = 20261125;

  @ParameterizedTest
  @CsvSource({
    "1, 00000000ffff0000000000000000000000000000000000000000000000000000",
    "0.5, 00000001fffe0000000000000000000000000000000000000000000000000000",
    "0.1, 00000009fff60000000000000000000000000000000000000000000000000000",
    "0.001, 000003e7fc180000000000000000000000000000000000000000000000000000",
    "1e-9, 3b9a8e6536000000000000000000000000000000000000000000000000000000",
    "1E-09, 3b9a8e6536000000000000000000000000000000000000000000000000000000",
    "1.5, 00000000aaaa0000000000000000000000000000000000000000000000000000",
    "512, 00000000007fff80000000000000000000000000000000000000000000000000",
    "512.000, 00000000007fff80000000000000000000000000000000000000000000000000",
    "16384.5, 000000000003fff40017ffd0005fff40017ffd0005fff40017ffd0005fff4001",
    "65536, 000000000000ffff000000000000000000000000000000000000000000000000",
    "1e12, 00000000000000000119787e99468e32f6e0e71cef78ee034b5f8a0944d68076",
    "2e-10, ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "1e-300, ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "1e77, 0000000000000000000000000000000000000000000000000000000000000000",
  })
  void targetsAreExact(String difficulty, String target) {
    assertThat(Difficulty.parse(difficulty).target().hex()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0.0",
        "-1",
        "-0.5",
        "NaN",
        "Infinity",
        "1e",
        "e5",
        ".",
        "0x10",
        "1 ",
        "1,5",
        "1e78",
        "1e999999999",
        "1e-999999999",
        "1e9999999999",
        "1e-401",
        "1f",
        "١"
      })
  void refusesWhatIsNoDifficulty(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Difficulty.parse(text));
  }

  @Test
  void refusesMoreThan64Characters() {
    assertThat(Difficulty.parse("0." + "1".repeat(62)).target()).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> Difficulty.parse("0." + "1".repeat(63)));
  }

  @Test
  void refusesHugeExponentsOfANumberAlreadyRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Difficulty(new BigDecimal(BigInteger.ONE, -999_999_999)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Difficulty(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Difficulty(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE)));
  }

  @Test
  void acceptsUpTo2To256() {
    BigDecimal most = new BigDecimal(BigInteger.ONE.shiftLeft(256));
    assertThat(new Difficulty(most.setScale(0)).target().value()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new Difficulty(most.add(BigDecimal.ONE)));
  }

  @Test
  void formsOfOneNumberAreEqual() {
    assertThat(Difficulty.parse("1.50")).isEqualTo(Difficulty.parse("15e-1"));
    assertThat(Difficulty.parse("65536")).hasToString("65536");
    assertThat(Difficulty.parse("6.5536e4")).hasToString("65536");
  }

  @Test
  void targetsAreTheFloorOfTheQuotient() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      BigInteger unscaled = new BigInteger(1 + random.nextInt(60), random).add(BigInteger.ONE);
      BigDecimal value = new BigDecimal(unscaled, random.nextInt(20));
      BigDecimal target = new BigDecimal(new Difficulty(value).target().value());
      BigDecimal one = new BigDecimal(Target.DIFFICULTY_1.value());
      if (target.toBigInteger().equals(Target.MAX.value())) {
        assertThat(target.multiply(value)).as("seed %d, %s", SEED, value).isLessThanOrEqualTo(one);
        continue;
      }
      assertThat(target.multiply(value)).as("seed %d, %s", SEED, value).isLessThanOrEqualTo(one);
      assertThat(target.add(BigDecimal.ONE).multiply(value))
          .as("seed %d, %s", SEED, value)
          .isGreaterThan(one);
    }
  }

  @Test
  void difficultyOfATarget() {
    assertThat(Difficulty.of(Target.DIFFICULTY_1)).isEqualTo(1);
    assertThat(Difficulty.of(CompactBits.target(0x207fffff).orElseThrow()))
        .isCloseTo(4.6565423739069247e-10, within(1e-24));
    assertThat(Difficulty.of(new Target(BigInteger.ZERO))).isInfinite();
  }
}
