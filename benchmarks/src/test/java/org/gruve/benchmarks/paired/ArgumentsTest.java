package org.gruve.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {
  @Test
  void runsGruvesBenchmarkAsJson() throws PairedException {
    Request request = parse("--no-pin --gruve --seconds -- /opt/miners/other -t 1");
    assertThat(request.gruve().words())
        .containsExactly("./gruve", "benchmark", "--json", "--seconds");
    assertThat(request.rounds()).isEqualTo(5);
    assertThat(request.out()).isEmpty();
  }

  @Test
  void showsTheOtherMinerWithoutItsFolder() throws PairedException {
    Request request = parse("--no-pin -- /opt/miners/other -t 1");
    assertThat(request.peer().shown()).isEqualTo("other -t 1");
    assertThat(request.peerName()).isEqualTo("other");
  }

  @Test
  void splitsMoreArgumentsForGruve() throws PairedException {
    Request request =
        Arguments.parse(List.of("--gruve", "-d cpu  -t 1", "--launcher", "/g", "--", "other"));
    assertThat(request.gruve().words())
        .containsExactly("/g", "benchmark", "--json", "-d", "cpu", "-t", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rounds 0 -- x",
        "--rounds many -- x",
        "--rounds -- x",
        "--what 1 -- x",
        "--rounds 3",
        "--rate ( -- x"
      })
  void saysWhatMakesNoSense(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOfSatisfying(PairedException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
  }

  private static Request parse(String line) throws PairedException {
    return Arguments.parse(List.of(line.split(" ")));
  }
}
