package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node that knows a recorded block and the headers before it. */
final class ValidateNodeTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int HEIGHT = 136;

  private final ValidateHarness gruve = new ValidateHarness();
  private List<BlockHeader> headers = List.of();
  private byte[] block = {};
  private String chain = "regtest";
  private String oddHeight = "";
  private @Nullable HttpServer server;

  @BeforeEach
  void start() throws IOException {
    headers = TestData.headers("node/regtest_headers.bin");
    block = TestData.bytes("node/regtest_136_block.bin");
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext(
        "/",
        exchange -> {
          JsonNode call = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
          String result = answer(call.path("method").asString(), call.path("params"));
          boolean known = !result.isEmpty();
          byte[] body =
              (known
                      ? "{\"result\":" + result + ",\"error\":null,\"id\":\"gruve\"}"
                      : "{\"result\":null,\"error\":{\"code\":-5,\"message\":\"not found\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 500, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    started.start();
    server = started;
  }

  @AfterEach
  void stop() {
    Objects.requireNonNull(server).stop(0);
  }

  @Test
  void checksABlockCompletelyThatANodeKnows() {
    for (String name : List.of("136", Block.parse(block).header().hash().display())) {
      assertThat(gruve.run("block", name, "--network", "regtest", "--node", url(), "--json"))
          .as(gruve.out() + gruve.err())
          .isZero();
      assertThat(gruve.json().path("height").asInt()).isEqualTo(HEIGHT);
      assertThat(gruve.json().path("inputs_verified").asInt()).isEqualTo(3);
      assertThat(gruve.json().path("assumed").toString()).doesNotContain("headers");
    }
  }

  @Test
  void saysThatTheNodeIsOnAnotherNetwork() {
    assertThat(gruve.run("block", "136", "--node", url())).isEqualTo(2);
    assertThat(gruve.err()).contains("is on regtest, not on main").hasLineCount(1);
    chain = "\u001b[31mred";
    assertThat(gruve.run("block", "136", "--node", url())).isEqualTo(2);
    assertThat(gruve.err()).doesNotContain("\u001b");
  }

  @Test
  void passesOnWhatTheNodeRefuses() {
    assertThat(gruve.run("block", "99", "--network", "regtest", "--node", url(), "--json"))
        .isEqualTo(1);
    assertThat(gruve.err()).contains("not found (-5)").hasLineCount(1);
    assertThat(gruve.out()).contains("\"type\":\"error\"");
  }

  @Test
  void takesNoHeightFromTheNodeThatNoBlockHas() {
    for (String odd : List.of("2147483647", "-5", "99999999999", "\"high\"")) {
      oddHeight = odd;
      assertThat(gruve.run("block", "136", "--network", "regtest", "--node", url()))
          .as(odd)
          .isEqualTo(1);
      assertThat(gruve.err()).contains("does not say at which height").hasLineCount(1);
    }
  }

  private String answer(String method, JsonNode params) {
    String first = params.path(0).asString("");
    return switch (method) {
      case "getblockchaininfo" -> MAPPER.createObjectNode().put("chain", chain).toString();
      case "getblockhash" -> params.path(0).asInt() == HEIGHT ? quoted(hash()) : "";
      case "getblock" -> !first.equals(hash()) ? "" : block(params.path(1).asInt());
      case "getblockheader" -> header(first, params.path(1).asBoolean(true));
      default -> "";
    };
  }

  private String block(int verbosity) {
    return verbosity == 0
        ? quoted(Bytes.of(block).hex())
        : new String(TestData.bytes("node/regtest_136_verbosity3.json"), StandardCharsets.UTF_8);
  }

  private String header(String hash, boolean verbose) {
    for (int height = 0; height < headers.size(); height++) {
      BlockHeader header = headers.get(height);
      if (header.hash().display().equals(hash)) {
        String told = oddHeight.isEmpty() ? String.valueOf(height) : oddHeight;
        return verbose ? "{\"height\":" + told + "}" : quoted(Bytes.of(header.bytes()).hex());
      }
    }
    return "";
  }

  private String hash() {
    return Block.parse(block).header().hash().display();
  }

  private String url() {
    return "http://me:pw@127.0.0.1:" + Objects.requireNonNull(server).getAddress().getPort();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
