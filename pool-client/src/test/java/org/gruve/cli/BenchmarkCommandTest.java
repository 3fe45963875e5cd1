package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gruve.kernels.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchmarkCommandTest {
  private final CommandLineHarness gruve = new CommandLineHarness();

  @Test
  void measuresVersionRolledWorkForTenSecondsUnlessTold() {
    assertThat(gruve.run("benchmark")).isZero();
    var none = new DeviceChoice(List.of(), 0);
    assertThat(gruve.requests)
        .containsExactly(
            new BenchmarkRequest(
                none, Duration.ofSeconds(10), Duration.ofMillis(20), Layout.VERSION_ROLLED, false));
  }

  @Test
  void takesDevicesThreadsTimeAndLayout() {
    String line = "benchmark -d cpu -t 1 --seconds 60 --version-rolling off --json";
    assertThat(gruve.run(line.split(" "))).isZero();
    var cpu = new DeviceChoice(List.of("cpu"), 1);
    assertThat(gruve.requests)
        .containsExactly(
            new BenchmarkRequest(
                cpu, Duration.ofSeconds(60), Duration.ofMillis(20), Layout.ONE_VERSION, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--seconds 0; --seconds needs a whole number from 1 to 3600, not '0'",
        "--seconds 3601; --seconds needs a whole number from 1 to 3600, not '3601'",
        "--seconds 10s; --seconds needs a whole number from 1 to 3600, not '10s'",
        "--seconds; --seconds needs a value",
        "--version-rolling; --version-rolling needs a value",
        "--version-rolling maybe; --version-rolling is on or off, not 'maybe'",
        "-t 0; --threads needs a whole number from 1 to 1024, not '0'",
        "--second 5; unknown option '--second'; did you mean --seconds?"
      })
  void saysWhatIsWrongWithAnOption(String options, String sentence) {
    assertThat(gruve.run(("benchmark " + options).split(" "))).isEqualTo(2);
    assertThat(gruve.err()).startsWith("gruve: " + sentence).hasLineCount(1);
    assertThat(gruve.requests).isEmpty();
  }
}
