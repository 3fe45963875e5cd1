package org.gruve.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RatePatternTest {
  @Test
  void takesTheLastRateOfCpuminerInSpiteOfColours() throws PairedException {
    String output =
        """
        [16:07:43] \u001b[01;37mTotal: 13.51 MH/s, Temp: 0C\u001b[0m
        [16:07:43] \u001b[01;37mBenchmark: 18.00 MH/s\u001b[0m
        [16:07:43] \u001b[01;37mBenchmark: 19.38 MH/s\u001b[0m
        """;
    assertThat(RatePattern.of(RatePattern.CPUMINER).last(output)).hasValue(19.38e6);
  }

  @ParameterizedTest
  @CsvSource({"7 H/s,7", "7.5 kH/s,7500", "7 Mh/s,7e6", "7 GH/s,7e9", "7 TH/s,7e12"})
  void readsEveryUnit(String text, double rate) throws PairedException {
    assertThat(RatePattern.of(RatePattern.CPUMINER).last("Benchmark: " + text)).hasValue(rate);
  }

  @Test
  void takesANumberWithoutUnitAsHashes() throws PairedException {
    assertThat(RatePattern.of("rate=(?<rate>\\d+)").last("rate=12")).hasValue(12);
  }

  @Test
  void findsNothingWhereNothingIs() throws PairedException {
    assertThat(RatePattern.of(RatePattern.CPUMINER).last("Benchmark: soon")).isEmpty();
    assertThat(RatePattern.of(RatePattern.CPUMINER).last("Benchmark: 1.2.3 MH/s")).isEmpty();
    assertThat(RatePattern.of(RatePattern.CPUMINER).last("Benchmark: 0 MH/s")).isEmpty();
  }

  @Test
  void wantsAGroupForTheNumber() {
    assertThatThrownBy(() -> RatePattern.of("[0-9]+")).hasMessageContaining("(?<rate>");
    assertThatThrownBy(() -> RatePattern.of("(")).hasMessageContaining("no regular expression");
  }
}
