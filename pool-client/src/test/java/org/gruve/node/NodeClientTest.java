package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.gruve.core.TestData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class NodeClientTest {
  @TempDir private Path folder;
  private @Nullable HttpServer started;
  private final List<String> requests = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private int status = 200;
  private byte[] body = {};

  @BeforeEach
  void start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    started = server;
  }

  private HttpServer server() {
    return Objects.requireNonNull(started);
  }

  @AfterEach
  void stop() {
    server().stop(0);
  }

  @Test
  void returnsWhatBitcoinCoreAnswers() {
    recorded("getblockchaininfo");
    try (NodeClient node = client("")) {
      assertThat(node.call("getblockchaininfo").path("chain").asString()).isEqualTo("regtest");
    }
    assertThat(requests)
        .containsExactly(
            "{\"jsonrpc\":\"1.0\",\"id\":\"gruve\",\"method\":\"getblockchaininfo\",\"params\":[]}");
  }

  @Test
  void passesArgumentsAsTheyAre() {
    answer(200, "{\"result\":null,\"error\":null,\"id\":1}");
    try (NodeClient node = client("")) {
      assertThat(node.call("getblock", "ab\"c", 3, true, 5L).isNull()).isTrue();
    }
    assertThat(requests.getFirst()).contains("\"params\":[\"ab\\\"c\",3,true,5]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "getblockhash unknown; Block height out of range (-8); -8",
        "nosuchmethod; Method not found (-32601); -32601",
        "submitblock of garbage; Block decode failed (-22); -22",
        "wrong password; refuses user and password; 0",
        "GET; answers HTTP 405; 0"
      })
  void saysInOneSentenceWhatTheNodeRefuses(String recording, String sentence, int code) {
    recorded(recording);
    try (NodeClient node = client("")) {
      assertThatThrownBy(() -> node.call("anything"))
          .isInstanceOfSatisfying(NodeException.class, e -> assertThat(e.code()).isEqualTo(code))
          .hasMessageContaining(sentence)
          .hasMessageNotContaining("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "<html>", "{\"result\":1} {}", "1e999999999"})
  void saysWhenWhatAnswersIsNoNode(String text) {
    answer(200, text);
    try (NodeClient node = client("")) {
      assertThatThrownBy(() -> node.call("getblockcount"))
          .isInstanceOf(NodeException.class)
          .hasMessageContaining("no node");
    }
  }

  @Test
  void takesNoMoreThanItMay() {
    answer(200, " ".repeat(5000));
    NodeAddress address = address("");
    try (NodeClient node = new NodeClient(address, Duration.ofSeconds(60), 4999)) {
      assertThatThrownBy(() -> node.call("getblock"))
          .hasMessageContaining("sent more than is allowed");
    }
  }

  @Test
  void waitsNoLongerThanItMay() {
    CountDownLatch never = new CountDownLatch(1);
    server().removeContext("/");
    server()
        .createContext(
            "/",
            exchange -> {
              exchange.sendResponseHeaders(200, 10);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              await(never);
            });
    try (NodeClient node = new NodeClient(address(""), Duration.ofMillis(300), 1000)) {
      assertThatThrownBy(() -> node.call("getblock")).hasMessageContaining("did not answer within");
    } finally {
      never.countDown();
    }
  }

  @Test
  void saysThatNobodyListens() {
    NodeAddress address = address("");
    server().stop(0);
    try (NodeClient node = new NodeClient(address)) {
      assertThatThrownBy(() -> node.call("getblock")).hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void presentsUserAndPasswordOrTheCookie() throws IOException {
    answer(200, "{\"result\":1}");
    Path cookie = Files.writeString(folder.resolve(".cookie"), "__cookie__:abc\n");
    try (NodeClient named = client("a%40b:p%3Aw+d@");
        NodeClient cookied = new NodeClient(NodeAddress.of(url(""), Optional.of(cookie)))) {
      named.call("x");
      cookied.call("x");
    }
    assertThat(authorizations)
        .containsExactly("Basic " + base64("a@b:p:w+d"), "Basic " + base64("__cookie__:abc"));
  }

  @Test
  void showsNoPassword() {
    assertThat(address("me:secret@")).hasToString(url("") + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host", "http://host", "ftp://host:1", "http://:1", "http://h:99999", "a b:1"})
  void refusesWhatIsNoUrl(String text) {
    assertThatThrownBy(() -> NodeAddress.of(text, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http://USER:PASSWORD@HOST:PORT");
  }

  @Test
  void repeatsNoPasswordOfAMalformedUrl() {
    assertThatThrownBy(() -> NodeAddress.of("http://me:sec ret@h:1", Optional.empty()))
        .hasNoCause()
        .hasMessageNotContaining("sec ret");
  }

  private void recorded(String name) {
    JsonNode all = new JsonMapper().readTree(TestData.bytes("node/core31_rpc.json"));
    for (JsonNode one : all) {
      if (one.path("name").asString().equals(name)) {
        answer(one.path("status").asInt(), one.path("body").asString());
        return;
      }
    }
    throw new AssertionError("no recording of " + name);
  }

  private void answer(int code, String text) {
    status = code;
    body = text.getBytes(StandardCharsets.UTF_8);
  }

  private NodeClient client(String user) {
    return new NodeClient(address(user));
  }

  private NodeAddress address(String user) {
    return NodeAddress.of(url(user), Optional.empty());
  }

  private String url(String user) {
    return "http://" + user + "127.0.0.1:" + server().getAddress().getPort();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
