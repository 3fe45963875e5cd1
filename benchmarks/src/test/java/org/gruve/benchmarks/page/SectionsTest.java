package org.gruve.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SectionsTest {
  private static final String MACHINE =
      """
      "date":"2026-11-24T10:00:00Z","environment":{"cpu":"Zen | 4","cpu_class":"avx512","cores":2,
      "jdk":"25","os":"Linux","commit":"abc123"}\
      """;

  private static final String PAIRED =
      """
      {"kind":"paired",%s,"pinned":true,
      "gruve":{"command":"gruve benchmark --json","device":{"kernel":"vector-512","layout":"rolled"}},
      "peer":{"command":"other -t 1","name":"other 1.0"},
      "rounds":[{"first":"gruve","steady":true,"gruve_hs":30e6,"peer_hs":20e6},{"first":"peer","steady":false,"gruve_hs":10e6,"peer_hs":10e6},
      {"gruve_hs":24e6,"peer_hs":20e6}]}\
      """
          .formatted(MACHINE);

  private static final String TRICKS =
      """
      {"kind":"tricks",%s,"kernel":"vector-512","layout":"rolled","steps":[
      {"name":"plain","does":"all rounds","cycles_per_hash":200,"hashrate_hs":20e6},
      {"name":"prologue","does":"three rounds less","cycles_per_hash":190}]}\
      """
          .formatted(MACHINE);

  private static final String JMH =
      """
      {"kind":"jmh",%s,"command":"benchmarks/run jmh","results":[{
      "benchmark":"org.gruve.benchmarks.jmh.ScanBenchmark.scan","forks":2,"measurementIterations":5,
      "params":{"kernel":"scalar","layout":"ONE_VERSION"},
      "primaryMetric":{"score":5e6,"scoreError":5e4,"scoreUnit":"ops/s"}}]}\
      """
          .formatted(MACHINE);

  @Test
  void pairedTakesTheMedianOfTheRoundsRatios() {
    assertThat(PairedSection.of(files(PAIRED)))
        .contains(
            "| Zen \\| 4 | vector-512 | rolled | other 1.0 | 24.00 MH/s | 20.00 MH/s | **1.20×** |"
                + " 1.00–1.50 |",
            "`other -t 1`",
            "3 rounds, Gruve first in 1, its rate steady in 1, both pinned");
  }

  @Test
  void runsOfOneSetupArePutTogetherAndSetAgainstPlain() {
    String page =
        RunsSection.of(
            files(
                run("one-version", 10e6),
                run("version-rolled", 12e6),
                run("version-rolled", 15e6),
                run("version-rolled", 13e6)));
    assertThat(page)
        .contains(
            "| vector-512 | a1 | abc123 | one-version | 1 | 10.00 MH/s | 1.00× |  | 150.00 | 1 |",
            "| vector-512 | a1 | abc123 | version-rolled | 1 | 13.00 MH/s | 1.30× | 12.00"
                + " MH/s–15.00 MH/s | 150.00 | 3 |",
            "commit abc123",
            "3.60 GHz");
  }

  @Test
  void runsOfAnotherCommitOrKernelHashStandAlone() {
    String run = run("one-version", 10e6);
    assertThat(
            RunsSection.of(
                files(run, run.replace("abc123", "def456"), run.replace("\"a1\"", "\"b2\""))))
        .contains(
            "| a1 | abc123 | one-version | 1 | 10.00 MH/s | 1.00× |  | 150.00 | 1 |",
            "| a1 | def456 | one-version | 1 | 10.00 MH/s | 1.00× |  | 150.00 | 1 |",
            "| b2 | abc123 | one-version | 1 | 10.00 MH/s | 1.00× |  | 150.00 | 1 |");
  }

  @Test
  void tricksShowTheChangeAgainstTheStepBefore() {
    assertThat(TricksSection.of(files(TRICKS)))
        .contains(
            "| step | what it does | cycles per hash | rate |",
            "| plain | all rounds | 200.0 | 20.00 MH/s |",
            "| prologue | three rounds less | 190.0 (-5.0 %) |  |");
  }

  @Test
  void whatWasOnlyCountedIsNotMeasured() {
    String counted =
        """
        {"kind":"tricks",%s,"kernel":"avx-512","layout":"both","command":"by hand","steps":[
        {"name":"plain","does":"all rounds","instructions":3248}]}\
        """
            .formatted(MACHINE);
    assertThat(TricksSection.of(files(counted)))
        .contains(
            "### avx-512, both layouts, counted\n",
            "| plain | all rounds | 3,248 |",
            "counted for x86-64 with AVX-512, not run · JDK 25",
            "· how: by hand\n");
    assertThat(HardwareSection.of(new RawFolder(files(counted))))
        .contains("**Not measured:** x86-64 with AVX-512,");
  }

  @Test
  void jmhResultsAreRates() {
    assertThat(JmhSection.of(files(JMH)))
        .contains("| ScanBenchmark.scan | scalar, one-version | 5.00 MH/s | ±1.00 % | 2 × 5 |");
  }

  @Test
  void everyClassIsEitherMeasuredOrSaidNotToBe() {
    String page = HardwareSection.of(new RawFolder(files(PAIRED)));
    assertThat(page)
        .contains("| x86-64 with AVX-512 | Zen \\| 4 |")
        .contains("**Not measured:** x86-64 with AVX2 and SHA-NI, x86-64 with AVX2, ")
        .contains("arm64, NVIDIA GPU");
  }

  @Test
  void pageWithoutFilesSaysThatNothingIsMeasured() {
    assertThat(HardwareSection.of(new RawFolder(List.of())))
        .contains("**Not measured:** x86-64 with AVX-512");
    assertThat(PairedSection.of(List.of())).contains("Not measured yet");
  }

  @Test
  void refusesARunThatMissedANonce() {
    List<RawFile> files =
        files(run("one-version", 1e6).replace("\"golden_found\":9", "\"golden_found\":8"));
    assertThatThrownBy(() -> RunsSection.of(files))
        .hasMessage("file-0.json: 8 of 9 golden nonces were found");
  }

  @Test
  void saysWhichFieldOfWhichFileIsMissing() {
    List<RawFile> files = files(PAIRED.replace("\"peer_hs\":20e6", "\"peer\":1"));
    assertThatThrownBy(() -> PairedSection.of(files))
        .hasMessage("file-0.json: the number peer_hs is missing");
  }

  @Test
  void saysWhichFileIsNotJson() {
    assertThatThrownBy(() -> files("{")).hasMessageStartingWith("file-0.json is not JSON");
  }

  @Test
  void readsWhatGruveSaysOfItsMachineAtTheTop() {
    RawFile file =
        RawFile.parse(
            "flat.json",
            """
            {"date":"2026-11-24","cpu":"Zen","processors":2,"java":"25.0.3","system":"Linux 6",
            "arch":"amd64","commit":"abc","devices":[{"kernel":"vector-512"}]}\
            """);
    assertThat(Origin.of(file))
        .isEqualTo(
            "Zen (x86-64 with AVX-512) · 2 cores · JDK 25.0.3 · Linux 6 · commit abc · 2026-11-24"
                + " · [raw](benchmarks/flat.json)\n");
  }

  @Test
  void aCpuWhoseClassCannotBeToldIsNamedSo() {
    String text = PAIRED.replace("\"cpu_class\":\"avx512\",", "");
    assertThat(HardwareSection.of(new RawFolder(files(text)))).contains("| not recorded | Zen");
  }

  @Test
  void refusesAFailedRun() {
    List<RawFile> files =
        files(run("one-version", 1e6).replace("\"threads\":1", "\"failure\":\"few hits\""));
    assertThatThrownBy(() -> RunsSection.of(files))
        .hasMessage("file-0.json is of a failed run: few hits");
  }

  private static String run(String layout, double rate) {
    return """
    {"schema":1,%s,"devices":[{"id":"cpu","name":"Zen","backend":"cpu","kernel":"vector-512",
    "kernel_hash":"a1","layout":"%s","hashrate_hs":%s,"golden_expected":9,"golden_found":9,"threads":1,
    "clock_hz":3.6e9,"cycles_per_hash":150}]}\
    """
        .formatted(MACHINE, layout, rate);
  }

  private static List<RawFile> files(String... texts) {
    return Stream.iterate(0, i -> i < texts.length, i -> i + 1)
        .map(i -> RawFile.parse("file-" + i + ".json", texts[i]))
        .toList();
  }
}
