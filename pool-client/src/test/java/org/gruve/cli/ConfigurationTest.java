package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.Strategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  private static final String POOL = "[[pool]]\nurl = \"stratum+tcp://a:1\"\nuser = \"me\"\n";

  private final CommandLineHarness gruve = new CommandLineHarness();
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void useTheFolder() throws IOException {
    file = folder.resolve("gruve/config.toml");
    Files.createDirectories(folder.resolve("gruve"));
    gruve.environment.put("XDG_CONFIG_HOME", folder.toString());
  }

  @Test
  void theOptionCountsBeforeTheEnvironmentBeforeTheFile() throws IOException {
    write("time-limit = \"1m\"\n[mine]\ntime-limit = \"2m\"\nretries = 7\n");
    gruve.run("mine", "--practice");
    assertThat(gruve.mined().timeLimit()).isEqualTo(Duration.ofMinutes(2));
    assertThat(gruve.mined().retries()).isEqualTo(7);
    gruve.environment.put("GRUVE_TIME_LIMIT", "3m");
    gruve.run("mine", "--practice");
    assertThat(gruve.mined().timeLimit()).isEqualTo(Duration.ofMinutes(3));
    gruve.run("mine", "--practice", "--time-limit", "4m");
    assertThat(gruve.mined().timeLimit()).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void whatStandsAtTheTopHoldsForEachCommandThatKnowsIt() throws IOException {
    write("threads = 3\njson = true\ndevice = [\"cpu\", \"cuda:0\"]\n[benchmark]\nthreads = 2\n");
    gruve.run("mine", "--practice");
    gruve.run("benchmark");
    assertThat(gruve.requests).hasSize(2);
    MineRequest mine = (MineRequest) gruve.requests.getFirst();
    BenchmarkRequest benchmark = (BenchmarkRequest) gruve.requests.getLast();
    assertThat(mine.devices().threads()).isEqualTo(3);
    assertThat(mine.devices().selectors()).containsExactly("cpu", "cuda:0");
    assertThat(mine.json()).isTrue();
    assertThat(benchmark.devices().threads()).isEqualTo(2);
  }

  @Test
  void minesForThePoolsOfTheFileWhereNoneIsNamed() throws IOException {
    write(
        "[mine]\npass = \"x\"\nstrategy = \"quota\"\n"
            + POOL
            + "quota = 3\ndevice = \"cpu\"\n"
            + "[[pool]]\nurl = \"stratum+tcp://b:2\"\nuser = \"you\"\npass = \"secret\"\n");
    assertThat(gruve.run("mine")).as(gruve.err()).isZero();
    assertThat(accounts()).extracting(PoolAccount::user).containsExactly("me", "you");
    assertThat(accounts()).extracting(PoolAccount::password).containsExactly("x", "secret");
    assertThat(accounts()).extracting(PoolAccount::quota).containsExactly(3, 1);
    assertThat(gruve.mined().places().getFirst().devices()).containsExactly("cpu");
    assertThat(gruve.mined().policy().strategy()).isEqualTo(Strategy.QUOTA);
    gruve.run("mine", "-o", "c:3", "-u", "other");
    assertThat(accounts()).extracting(PoolAccount::name).containsExactly("c:3");
    gruve.run("mine", "--practice");
    assertThat(gruve.mined().practice()).isTrue();
  }

  @Test
  void theEnvironmentNamesAPoolOfItsOwn() throws IOException {
    write(POOL);
    gruve.environment.put("GRUVE_URL", "stratum+tcp://b:2");
    gruve.environment.put("GRUVE_USER", "you");
    gruve.run("mine");
    assertThat(accounts()).extracting(PoolAccount::name).containsExactly("b:2");
    assertThat(accounts()).extracting(PoolAccount::user).containsExactly("you");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[mine]|tme-limit = 5; 2:1: unknown key 'tme-limit' in [mine]; did you mean time-limit?",
        "[mien]; 1:1: unknown table 'mien'; did you mean mine?",
        "json = \"yes\"; 1:1: json is true or false",
        "[mine]|time-limit = [1]; 2:1: time-limit is a text or a number",
        "[mine]|time-limit = \"soon\"; 2:1: --time-limit needs a time",
        "[mine]|strategy = \"all\"; 2:1: --strategy is failover or quota, not 'all'",
        "url = \"a:1\"; 1:1: pools and nodes are written as tables",
        "[[pool]]|user = \"me\"; 1:1: a [[pool]] needs its url",
        "[[pool]]|url = \"ftp://a:1\"; 2:1: ",
        "[[pool]]|url = \"a:1\"|user = \"me\"|tls-pin = \"sha256/x\"; 4:1: --tls-pin is sha256/",
        "[[pool]]|url = \"a:1\"|usr = \"me\"; 3:1: unknown key 'usr' in [[pool]]; did you mean"
            + " user?",
        "[mine; 1:6: "
      })
  void tellsTheLineAndColumnOfAMistake(String text, String sentence) throws IOException {
    write(text.replace('|', '\n') + "\n");
    String command = text.startsWith("[[pool]]") ? "mine" : "mine --practice";
    assertThat(gruve.run(command.split(" "))).isEqualTo(2);
    assertThat(gruve.err()).startsWith("gruve: " + file + ":" + sentence).hasLineCount(1);
    CommandLineHarness check = new CommandLineHarness();
    check.environment.putAll(gruve.environment);
    assertThat(check.run("config", "check")).isEqualTo(2);
    assertThat(check.err()).contains(file + ":" + sentence);
  }

  @Test
  void tellsAMistakeOfTheEnvironmentByItsName() {
    gruve.environment.put("GRUVE_TIME_LIMIT", "soon");
    assertThat(gruve.run("mine", "--practice")).isEqualTo(2);
    assertThat(gruve.err()).startsWith("gruve: GRUVE_TIME_LIMIT: --time-limit needs a time");
    gruve.environment.put("GRUVE_JSON", "perhaps");
    assertThat(gruve.run("mine", "--practice")).isEqualTo(2);
    assertThat(gruve.err()).contains("GRUVE_JSON is true or false, not 'perhaps'");
  }

  @Test
  void checkTellsAllMistakesAtOnce() throws IOException {
    write(
        "[mine]\ntime-limit = \"soon\"\nretries = -5\n[benchmark]\nseconds = 0\n"
            + POOL
            + "tls-pin = \"x\"\nproxy = \"y\"\n");
    assertThat(gruve.run("config", "check")).isEqualTo(2);
    assertThat(gruve.err())
        .contains(":2:1: --time-limit", ":3:1: --retries", ":5:1: --seconds", ":9:1: --tls-pin")
        .contains(":10:1: --proxy")
        .hasLineCount(5);
    write(POOL);
    assertThat(gruve.run("config", "check")).isZero();
    assertThat(gruve.out()).contains(file + " is right");
  }

  @Test
  void aBrokenFileStopsNobodyWhoMendsIt() throws IOException {
    write("nothing = 1\n");
    assertThat(gruve.run("help", "mine")).isZero();
    assertThat(gruve.run("mine", "--help")).isZero();
    assertThat(gruve.run("version")).isZero();
    assertThat(gruve.run("mine", "--practice")).isEqualTo(2);
  }

  @Test
  void readsTheFileThatIsNamed() throws IOException {
    Path other = Files.writeString(folder.resolve("other.toml"), "[mine]\nretries = 9\n");
    gruve.run("--config", other.toString(), "mine", "--practice");
    assertThat(gruve.mined().retries()).isEqualTo(9);
    gruve.run("mine", "--practice", "--config=" + other);
    assertThat(gruve.requests).hasSize(2);
    gruve.environment.put("GRUVE_CONFIG", folder.resolve("none.toml").toString());
    assertThat(gruve.run("mine", "--practice")).isEqualTo(2);
    assertThat(gruve.err()).contains("none.toml: cannot be read: it does not exist");
  }

  @Test
  void showsWhereValuesComeFromAndNoSecret() throws IOException {
    write("[mine]\nretries = 9\ntime-limit = \"1m\"\n" + POOL + "pass = \"hunter2\"\n");
    gruve.environment.put("GRUVE_TIME_LIMIT", "2m");
    gruve.environment.put("GRUVE_PASS", "hunter3");
    assertThat(gruve.run("config", "show", "--origin")).isZero();
    assertThat(gruve.out())
        .contains("retries = \"9\"  # " + file + ":2:1")
        .contains("time-limit = \"2m\"  # GRUVE_TIME_LIMIT")
        .contains("pass = \"********\"  # " + file + ":7:1")
        .doesNotContain("hunter");
  }

  @Test
  void warnsWhereOthersCanReadAPassword() throws IOException {
    write(POOL + "pass = \"hunter2\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    gruve.run("mine");
    assertThat(gruve.mined().remarks())
        .singleElement()
        .asString()
        .contains("can be read by others", "chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    gruve.run("mine");
    assertThat(gruve.mined().remarks()).isEmpty();
  }

  @Test
  void theExampleOfTheGuideIsRight() throws IOException {
    Path guide = Path.of(System.getProperty("gruve.root", "..")).resolve("docs/config.md");
    String text = Files.readString(guide);
    int from = text.indexOf("```toml\n") + "```toml\n".length();
    write(text.substring(from, text.indexOf("```", from)));
    assertThat(gruve.run("config", "check")).as(gruve.err()).isZero();
    assertThat(gruve.run("mine")).as(gruve.err()).isZero();
    assertThat(gruve.mined().places()).hasSize(3);
    assertThat(gruve.mined().policy().reconnectHosts()).containsExactly(".pool.example");
  }

  private List<PoolAccount> accounts() {
    return gruve.mined().places().stream().map(place -> ((Place.Pool) place).account()).toList();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
