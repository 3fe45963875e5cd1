package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MineCommandTest {
  private final CommandLineHarness gruve = new CommandLineHarness();

  @Test
  void bindsUserAndPasswordToTheUrlBeforeThem() {
    assertThat(
            gruve.run(
                "mine",
                "-o",
                "stratum+tcp://a:1",
                "-u",
                "alice",
                "-p",
                "one",
                "--url=stratum+tcp://b:2",
                "--user=bob",
                "-ptwo"))
        .isZero();
    assertThat(accounts())
        .containsExactly(
            new PoolAccount(new PoolUrl("a", 1), "alice", "one"),
            new PoolAccount(new PoolUrl("b", 2), "bob", "two"));
  }

  @Test
  void takesAUserBeforeAnyUrlAsDefaultForAll() {
    gruve.run("mine", "-u", "me", "-p", "pw", "-o", "a:1", "-o", "b:2", "-u", "other");
    assertThat(accounts())
        .containsExactly(
            new PoolAccount(new PoolUrl("a", 1), "me", "pw"),
            new PoolAccount(new PoolUrl("b", 2), "other", "pw"));
  }

  @Test
  void takesALetterOfAnOptionForAValue() {
    gruve.run("mine", "-o", "a:1", "-u", "u", "-p", "x");
    assertThat(accounts()).containsExactly(new PoolAccount(new PoolUrl("a", 1), "u", "x"));
  }

  @Test
  void sendsTheUsualPasswordWhereNoneIsGiven() {
    gruve.run("mine", "-o", "a:1", "-u", "me");
    assertThat(accounts().getFirst().password()).isEqualTo("x");
  }

  @Test
  void practisesUnderADefaultName() {
    assertThat(gruve.run("mine", "--practice")).isZero();
    assertThat(gruve.mined().practice()).isTrue();
    assertThat(gruve.mined().practiceUser()).isEqualTo("gruve");
    assertThat(gruve.mined().devices()).isEqualTo(new DeviceChoice(List.of(), 0));
    assertThat(gruve.mined().timeLimit()).isNull();
    assertThat(gruve.mined().suggested()).isNull();
    assertThat(gruve.mined().retries()).isEqualTo(5);
    assertThat(gruve.mined().userAgent()).startsWith("gruve/");
    assertThat(gruve.mined().json()).isFalse();
    assertThat(gruve.mined().pace()).isEqualTo(new LaunchPace(Duration.ofMillis(20), 0));
    assertThat(gruve.mined().endsWithDevice()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--profile desktop, 5, 0.2",
    "--profile balanced, 20, 0",
    "--profile max, 50, 0",
    "--launch-ms 1, 1, 0",
    "--launch-ms 200, 200, 0",
    "--profile desktop --launch-ms 30, 30, 0.2"
  })
  void readsHowLongBatchesAndThePausesBetweenThemAreToTake(
      String options, int millis, double rest) {
    gruve.run(("mine --practice " + options).split(" "));
    assertThat(gruve.mined().pace()).isEqualTo(new LaunchPace(Duration.ofMillis(millis), rest));
  }

  @ParameterizedTest
  @CsvSource({
    "--profile fast, '--profile is desktop, balanced or max'",
    "--launch-ms 0, --launch-ms needs a whole number from 1 to 200",
    "--launch-ms 201, --launch-ms needs a whole number from 1 to 200",
    "--on-dead-device die, --on-dead-device is continue or exit"
  })
  void refusesWhatItDoesNotKnow(String options, String sentence) {
    assertThat(gruve.run(("mine --practice " + options).split(" "))).isEqualTo(2);
    assertThat(gruve.err()).contains(sentence).hasLineCount(1);
  }

  @Test
  void readsWhichBackendsAreLeftOutAndWhatADeadDeviceMeans() {
    gruve.run("mine", "--practice", "--no-cuda", "--no-cpu", "--on-dead-device", "exit");
    assertThat(gruve.mined().devices().without()).containsExactlyInAnyOrder("cuda", "cpu");
    assertThat(gruve.mined().endsWithDevice()).isTrue();
  }

  @Test
  void readsATemperatureLimit() {
    gruve.run("mine", "--practice", "--temp-limit", "85:70");
    assertThat(gruve.mined().temperatureLimit()).isEqualTo(new TemperatureLimit(85, 70));
    assertThat(gruve.run("mine", "--practice", "--temp-limit", "70:85")).isEqualTo(2);
    assertThat(gruve.err())
        .contains("--temp-limit needs degrees Celsius from 20 to 120 such as 85")
        .contains("not '70:85'");
  }

  @Test
  void readsEveryOtherOption() {
    gruve.run(
        "mine",
        "--practice",
        "-u",
        "me",
        "-d",
        "cuda:0,cpu",
        "-d",
        "H100",
        "-t",
        "3",
        "--time-limit",
        "10m",
        "--suggest-diff",
        "1e-9",
        "--user-agent",
        "tester/1",
        "--retries",
        "-1",
        "--json",
        "--no-color");
    MineRequest request = gruve.mined();
    assertThat(request.practiceUser()).isEqualTo("me");
    assertThat(request.devices().selectors()).containsExactly("cuda:0", "cpu", "H100");
    assertThat(request.devices().threads()).isEqualTo(3);
    assertThat(request.timeLimit()).isEqualTo(Duration.ofMinutes(10));
    assertThat(request.suggested()).isEqualTo(new Difficulty(new BigDecimal("1e-9")));
    assertThat(request.userAgent()).isEqualTo("tester/1");
    assertThat(request.retries()).isEqualTo(-1);
    assertThat(request.json()).isTrue();
    assertThat(gruve.plain).isTrue();
  }

  @Test
  void namesTheThreeChoicesWhenThereIsNowhereToMine() {
    assertThat(gruve.run("mine")).isEqualTo(2);
    assertThat(gruve.err()).contains("-o stratum+tcp://", "node", "--practice").hasLineCount(1);
  }

  @Test
  void refusesPracticeTogetherWithAPool() {
    assertThat(gruve.run("mine", "--practice", "-o", "a:1", "-u", "me")).isEqualTo(2);
    assertThat(gruve.err()).contains("exclude each other").hasLineCount(1);
  }

  @Test
  void asksForAUser() {
    assertThat(gruve.run("mine", "-o", "a:1")).isEqualTo(2);
    assertThat(gruve.err()).contains("stratum+tcp://a:1", "-u USER").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--time-limit, 0",
    "--time-limit, -5",
    "--time-limit, 1.5h",
    "--time-limit, soon",
    "--time-limit, 999999999d",
    "--threads, 0",
    "--threads, many",
    "--threads, 1025",
    "--threads, 99999999999",
    "--retries, -2",
    "--retries, few",
    "--suggest-diff, 0",
    "--suggest-diff, -1",
    "--suggest-diff, NaN",
    "--suggest-diff, 1e999999999",
    "--user-agent, tab\tbed"
  })
  void tellsAWrongValueInOneSentence(String option, String value) {
    assertThat(gruve.run("mine", "--practice", option + "=" + value)).isEqualTo(2);
    assertThat(gruve.err()).contains(option).hasLineCount(1);
    assertThat(gruve.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-o", "-u", "-p", "-d", "-t", "--time-limit", "--suggest-diff", "--retries"})
  void tellsAMissingValueInOneSentence(String option) {
    assertThat(gruve.run("mine", "--practice", option)).isEqualTo(2);
    assertThat(gruve.err()).hasLineCount(1);
  }

  @Test
  void doesNotTakeAnOptionForAUrl() {
    assertThat(gruve.run("mine", "-o", "-u", "me")).isEqualTo(2);
    assertThat(gruve.err()).contains("--url needs a value").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stratum+tcp://host", "stratum+tcp://host:99999", "ftp://host:1", ":"})
  void tellsAWrongUrlInOneSentence(String url) {
    assertThat(gruve.run("mine", "-o", url, "-u", "me")).isEqualTo(2);
    assertThat(gruve.err()).hasLineCount(1);
  }

  private List<PoolAccount> accounts() {
    return gruve.mined().places().stream().map(place -> ((Place.Pool) place).account()).toList();
  }
}
