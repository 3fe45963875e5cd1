package org.gruve.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a real Bitcoin Core answered once. */
final class Recorded {
  private static final JsonMapper JSON = new JsonMapper();

  private Recorded() {}

  /** Every recorded template. */
  static Stream<String> templates() {
    return Stream.of(
            "regtest-1",
            "regtest-17",
            "regtest-128",
            "regtest-128-plain",
            "regtest-128-witness",
            "signet-1")
        .map("getblocktemplate-"::concat);
  }

  /** The whole answer as it came. */
  static byte[] body(String name) {
    try (InputStream in = Recorded.class.getResourceAsStream("core31/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result of an answer. */
  static JsonNode result(String name) {
    return JSON.readTree(body(name)).path("result");
  }

  /** A template that may be changed. */
  static ObjectNode template(String name) {
    return (ObjectNode) result(name);
  }
}
