package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "65536, 65.5K",
    "999.4, 999",
    "999.6, 1K",
    "1500, 1.5K",
    "110451907374649, 110T",
    "0.5, 0.5",
    "0.0001, 0.0001",
    "1e-9, 1e-09",
    "6.1e-5, 6.1e-05",
    "NaN, n/a",
    "Infinity, n/a"
  })
  void countsHaveThreeDigits(double number, String shown) {
    assertThat(Figures.count(number)).isEqualTo(shown);
  }

  @Test
  void ratesShareTheUnitOfTheGreatest() {
    assertThat(Figures.rates(43.1e6, 42.9e6, Double.NaN)).isEqualTo("43.1 42.9 n/a MH/s");
    assertThat(Figures.rates(1.2e9, 999e6)).isEqualTo("1.2 1.0 GH/s");
    assertThat(Figures.rate(0)).isEqualTo("0.0 H/s");
    assertThat(Figures.rate(Double.NaN)).isEqualTo("n/a H/s");
  }

  @ParameterizedTest
  @CsvSource({"9.54, 9.5 s", "59.9, 59.9 s", "80, 1m 20s", "7380, 2h 03m"})
  void timesReadWell(double seconds, String shown) {
    assertThat(Figures.elapsed(seconds)).isEqualTo(shown);
  }

  @Test
  void latencyIsInWholeMilliseconds() {
    assertThat(Figures.latency(42_400_000)).isEqualTo("42 ms");
  }
}
