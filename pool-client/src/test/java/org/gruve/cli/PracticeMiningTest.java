package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The whole circle in this process: devices, practice pool, real loopback sockets. */
final class PracticeMiningTest {
  @TempDir private Path data;

  @Test
  void minesOnThePracticePoolAndAccountsForIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            Map.of("XDG_DATA_HOME", data.toString()),
            false);
    List<String> args =
        List.of("mine", "--practice", "--time-limit", "5s", "--json", "-d", "cpu", "-t", "1");
    assertThat(Gruve.run(terminal, new RealActions(terminal), args)).isZero();
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> objects =
        out.toString(StandardCharsets.UTF_8).lines().map(mapper::readTree).toList();
    JsonNode summary = objects.getLast();
    assertThat(summary.get("type").asString()).isEqualTo("summary");
    assertThat(objects).allMatch(one -> one.get("network").asString().equals("practice"));
    assertThat(summary.get("device_errors").asInt()).isZero();
    assertThat(summary.get("shares").get("rejected").asInt()).isZero();
    assertThat(summary.get("shares").get("accepted").asLong())
        .isEqualTo(count(objects, "share", "accepted"))
        .isPositive();
    assertThat(data.resolve("gruve/practice/blocks.dat")).exists();
  }

  private static long count(List<JsonNode> objects, String type, String status) {
    return objects.stream()
        .filter(one -> one.get("type").asString().equals(type))
        .filter(one -> one.get("status").asString().equals(status))
        .count();
  }
}
