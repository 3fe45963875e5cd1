package org.gruve.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.gruve.benchmarks.RawJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Both miners are shell scripts here: Gruve gets faster from round to round, the other does not.
 */
final class SideBySideTest {
  private static final String PEER = "echo x >>turns; echo 'Benchmark: 20.0 MH/s' >&2";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeGruve() throws IOException {
    script(
        "gruve",
        """
        echo g >>turns
        echo building >&2
        rate=$(grep -c g turns)
        hash=$(cat hash 2>/dev/null || echo a1)
        echo '{"commit":"c0ffee","devices":[{"id":"cpu","kernel":"vector-256","kernel_hash":"'$hash'",'
        echo '"steady":true,"golden_expected":3,"golden_found":3,'
        echo '"hashrate_hs":'$rate'0000000}]}'
        """);
  }

  @Test
  void runsInTurnsAndTakesMedians() throws Exception {
    assertThat(run("--rounds", "3", "--out", path("pair.json"), "--", script("peer", PEER)))
        .isZero();
    assertThat(folder.resolve("turns")).hasContent("g\nx\nx\ng\ng\nx");
    JsonNode raw = RawJson.MAPPER.readTree(Files.readString(folder.resolve("pair.json")));
    assertThat(raw.path("median").path("gruve_hs").asDouble()).isEqualTo(20e6);
    assertThat(raw.path("median").path("peer_hs").asDouble()).isEqualTo(20e6);
    assertThat(raw.path("median").path("ratio").asDouble()).isEqualTo(1);
    assertThat(raw.path("rounds").size()).isEqualTo(3);
    assertThat(raw.path("peer").path("command").asString()).isEqualTo("peer");
    assertThat(raw.path("gruve").path("device").path("kernel").asString()).isEqualTo("vector-256");
    assertThat(said(out)).contains("10.00 MH/s", "0.50×", "30.00 MH/s", "1.50×", "median");
  }

  @Test
  void writesWhatRanAndHowEachRoundWent() throws Exception {
    run("--rounds", "2", "--out", path("pair.json"), "--", script("peer", PEER));
    String text = Files.readString(folder.resolve("pair.json"));
    JsonNode raw = RawJson.MAPPER.readTree(text);
    assertThat(raw.path("commit").asString()).isEqualTo("c0ffee");
    assertThat(raw.path("environment").has("commit")).isFalse();
    assertThat(raw.path("gruve").path("device").path("kernel_hash").asString()).isEqualTo("a1");
    assertThat(raw.path("rounds").get(0).path("first").asString()).isEqualTo("gruve");
    assertThat(raw.path("rounds").get(1).path("first").asString()).isEqualTo("peer");
    assertThat(raw.path("rounds").get(1).path("steady").asBoolean()).isTrue();
    assertThat(text).contains("\n  \"commit\": \"c0ffee\"", "\"peer_hs\": 20000000,");
  }

  @Test
  void refusesAKernelThatChangesBetweenRounds() throws Exception {
    String peer = script("peer", PEER + "; test $(grep -c x turns) = 2 && echo b2 >hash; true");
    assertThat(run("--out", path("pair.json"), "--", peer)).isEqualTo(1);
    assertThat(said(err)).contains("kernel_hash was a1 in round 1 and is b2 in round 2");
    assertThat(folder.resolve("pair.json")).doesNotExist();
  }

  @Test
  void saysThatTheOtherMinerIsNotThere() throws Exception {
    assertThat(run("--", path("absent"))).isEqualTo(1);
    assertThat(said(err)).contains("absent is not there");
  }

  @Test
  void saysThatTheOtherMinerFailed() throws Exception {
    assertThat(run("--", script("peer", "echo no such algorithm; exit 3"))).isEqualTo(1);
    assertThat(said(err)).contains("exit code 3", "no such algorithm");
  }

  @Test
  void saysThatNoRateWasPrinted() throws Exception {
    assertThat(run("--", script("peer", "echo 20 MH/s"))).isEqualTo(1);
    assertThat(said(err)).contains("printed no rate", "its last words: 20 MH/s");
  }

  @Test
  void refusesGruvesRateWhereNoncesWereMissed() throws Exception {
    script(
        "gruve",
        "echo '{\"devices\":[{\"hashrate_hs\":1,\"golden_expected\":3,\"golden_found\":2}]}'");
    assertThat(run("--", script("peer", PEER))).isEqualTo(1);
    assertThat(said(err)).contains("2 of 3 golden nonces");
  }

  @Test
  void refusesWhatIsNotGruvesJson() throws Exception {
    script("gruve", "echo hello");
    assertThat(run("--", script("peer", PEER))).isEqualTo(1);
    assertThat(said(err)).contains("not JSON");
  }

  @Test
  void explainsItself() throws Exception {
    assertThat(SideBySide.run(List.of("--help"), printer(out), printer(err))).isZero();
    assertThat(said(out)).contains("--rounds", "--rate");
  }

  private int run(String... arguments) throws InterruptedException {
    List<String> line = new ArrayList<>(List.of("--no-pin", "--launcher", path("gruve")));
    line.addAll(List.of(arguments));
    return SideBySide.run(line, printer(out), printer(err));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\ncd \"$(dirname \"$0\")\"\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static PrintStream printer(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
