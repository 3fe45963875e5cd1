package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A short demonstration in this process, over real loopback sockets. */
final class DemoActionTest {
  private static final DemoSize SHORT = new DemoSize(4, 1, Duration.ofMinutes(2));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void showsItsFivePartsInOrderAndEndsWithTheSummary() {
    DemoRequest request = new DemoRequest(new DeviceChoice(List.of("cpu"), 0), true);
    Terminal terminal = new Terminal(stream(out), stream(err), Map.of(), false);
    assertThat(new DemoAction(terminal, request, SHORT).run(true)).isEqualTo(ExitCode.OK);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "1/5 ",
            "2/5 ",
            KnownBlock.RECENT.header().hash().display(),
            "3/5 ",
            "block found",
            "done after ",
            "4/5 ",
            "broken: block 3, bad-txnmrklroot",
            "5/5 ",
            "next, a pool",
            "next, your own network",
            "next, your rate");
    List<JsonNode> told = objects();
    assertThat(told.stream().map(one -> one.get("type").asString()).distinct())
        .contains("device", "rediscovery", "started", "job", "share", "block", "tampering", "odds");
    JsonNode summary = told.getLast();
    assertThat(summary.get("type").asString()).isEqualTo("summary");
    assertThat(summary.get("network").asString()).isEqualTo("practice");
    assertThat(summary.get("blocks_found").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(summary.get("device_errors").asInt()).isZero();
  }

  private List<JsonNode> objects() {
    ObjectMapper mapper = new ObjectMapper();
    return out.toString(StandardCharsets.UTF_8).lines().map(mapper::readTree).toList();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
