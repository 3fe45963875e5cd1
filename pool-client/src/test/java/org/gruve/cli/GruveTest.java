package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GruveTest {
  private final CommandLineHarness gruve = new CommandLineHarness();

  @ParameterizedTest
  @CsvSource({
    "mine --practise, --practice",
    "mine --tme-limit=5, --time-limit",
    "demo --jsn, --json",
    "mien, mine",
    "devises, devices",
    "mine stratum+tcp://a:1, -o stratum+tcp://a:1"
  })
  void suggestsWhatWasNearlyMeant(String line, String suggestion) {
    assertThat(gruve.run(line.split(" "))).isEqualTo(2);
    assertThat(gruve.err()).contains("did you mean " + suggestion).hasLineCount(1);
    assertThat(gruve.out()).isEmpty();
  }

  @Test
  void asksForACommand() {
    assertThat(gruve.run()).isEqualTo(2);
    assertThat(gruve.err()).contains("command").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h", "help mine", "mine --help", "help practice"})
  void helpGoesToStdout(String line) {
    assertThat(gruve.run(line.split(" "))).isZero();
    assertThat(gruve.out()).contains("Usage: gruve");
    assertThat(gruve.err()).isEmpty();
  }

  @Test
  void helpNamesEveryExitCode() {
    gruve.run("--help");
    for (ExitCode exit : ExitCode.values()) {
      assertThat(gruve.out()).contains(" " + exit.code() + " ").contains(exit.meaning());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mine --time-limit; --time-limit needs a value; see gruve help mine",
        "completion fish; SHELL is bash or zsh, not 'fish'; see gruve help completion",
        "help mien; unknown command 'mien'; did you mean mine?",
        "devices -d cpu; unknown option '-d'; see gruve help devices"
      })
  void saysWhatIsWrongInItsOwnWords(String line, String sentence, String more) {
    assertThat(gruve.run(line.split(" "))).isEqualTo(2);
    assertThat(gruve.err()).startsWith("gruve: " + sentence).hasLineCount(1);
    assertThat(gruve.err()).contains(more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine --json", "mine --json --nothing", "demo --json -t 0"})
  void tellsProgramsOfARunThatNeverBegan(String line) {
    assertThat(gruve.run(line.split(" "))).isEqualTo(2);
    List<String> told = gruve.out().lines().toList();
    assertThat(told).hasSize(2);
    assertThat(told.getFirst())
        .startsWith("{\"type\":\"error\",\"ts\":\"")
        .contains("\"error\":{\"code\":\"usage\",\"message\":\"");
    assertThat(told.getLast()).startsWith("{\"type\":\"summary\",").contains("\"hashes\":0,");
    assertThat(gruve.err()).hasLineCount(1);
  }

  @Test
  void refusesHelpForAnUnknownCommand() {
    assertThat(gruve.run("help", "nothing")).isEqualTo(2);
    assertThat(gruve.err()).contains("nothing");
  }

  @Test
  void showsItsVersionForPeopleAndPrograms() {
    assertThat(gruve.run("version")).isZero();
    assertThat(gruve.out()).startsWith("gruve ");
    CommandLineHarness json = new CommandLineHarness();
    assertThat(json.run("version", "--json")).isZero();
    assertThat(json.out()).startsWith("{\"name\":\"gruve\",\"version\":").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completesInShells(String shell) {
    assertThat(gruve.run("completion", shell)).isZero();
    assertThat(gruve.out()).contains("--time-limit", "--practice", "complete -F");
  }

  @Test
  void listensOnLoopbackUnlessTold() {
    gruve.run("practice");
    gruve.run("practice", "--listen", "[::1]:0");
    assertThat(gruve.requests)
        .containsExactly(
            new PracticeRequest(new InetSocketAddress("127.0.0.1", 3333)),
            new PracticeRequest(new InetSocketAddress("::1", 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3333", "host", "127.0.0.1:70000", "127.0.0.1:x", "::1:5:"})
  void refusesAnAddressThatIsNone(String address) {
    assertThat(gruve.run("practice", "--listen", address)).isEqualTo(2);
    assertThat(gruve.err()).contains("--listen").hasLineCount(1);
  }

  @Test
  void demoTakesDevicesAndJson() {
    gruve.run("demo", "--json", "-d", "cpu", "-t", "1");
    assertThat(gruve.requests)
        .containsExactly(new DemoRequest(new DeviceChoice(List.of("cpu"), 1), true));
  }

  @Test
  void endsWithTheCodeOfAFailureAndOneSentence() {
    gruve.failure = new Failure(ExitCode.POOL, "the pool is gone", "try another");
    assertThat(gruve.run("mine", "--practice")).isEqualTo(5);
    assertThat(gruve.err()).isEqualTo("gruve: the pool is gone; try another\n");
  }

  @Test
  void showsTheStackOnlyWhenAsked() {
    gruve.failure = new IllegalStateException("odd");
    assertThat(gruve.run("mine", "--practice")).isEqualTo(1);
    assertThat(gruve.err()).contains("IllegalStateException: odd").hasLineCount(1);
    assertThat(gruve.run("mine", "--practice", "--verbose")).isEqualTo(1);
    assertThat(gruve.err()).contains("\tat org.gruve.cli.");
  }
}
