package org.gruve.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A real node on a regtest chain of its own, where {@code GRUVE_BITCOIND} names its program. */
final class Bitcoind implements AutoCloseable {
  /** The node's clock: regtest's genesis and a good year. */
  static final long NOW = 1_296_688_602L + 600 * 60_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;
  private final String authorization;

  /** An answer: a result, or an error's code and message. */
  record Answer(JsonNode result, int code, String message) {}

  private final List<String> command;
  private final Path cookieFile;

  private Bitcoind(List<String> command, int port, Path cookieFile) throws IOException {
    this.command = command;
    this.cookieFile = cookieFile;
    this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
    awaitLoaded(process);
    this.uri = URI.create("http://127.0.0.1:" + port);
    String cookie = Files.readString(cookieFile);
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(cookie.getBytes(StandardCharsets.UTF_8));
  }

  /** On regtest, with a clock that stands; skips the test where no program is named. */
  static Bitcoind start(Path folder) throws IOException {
    return start(
        folder,
        "regtest",
        List.of("-regtest", "-mocktime=" + NOW, "-maxtipage=9999999999", "-persistmempool=0"));
  }

  /** On any chain, whose folder holds the cookie; skips the test where no program is named. */
  static Bitcoind start(Path folder, String chainFolder, List<String> options) throws IOException {
    String program = System.getenv("GRUVE_BITCOIND");
    Assumptions.assumeTrue(program != null, "skipped: GRUVE_BITCOIND names no bitcoind");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program, "-datadir=" + folder, "-rpcport=" + port, "-listen=0"));
    command.addAll(List.of("-connect=0", "-server", "-printtoconsole", "-acceptnonstdtxn=1"));
    command.addAll(List.of("-minrelaytxfee=0", "-blockmintxfee=0"));
    command.addAll(options);
    return new Bitcoind(command, port, folder.resolve(chainFolder).resolve(".cookie"));
  }

  /** The same node after a restart: at the same port, with another cookie. */
  Bitcoind restarted() throws IOException {
    close();
    return new Bitcoind(command, uri.getPort(), cookieFile);
  }

  /** Where its cookie lies. */
  Path cookieFile() {
    return cookieFile;
  }

  /** Where it listens. */
  URI uri() {
    return uri;
  }

  /** The answer to a call. */
  Answer call(String method, Object... params) {
    JsonNode answer = JSON.readTree(body(method, params));
    JsonNode error = answer.path("error");
    return new Answer(
        answer.path("result"), error.path("code").asInt(0), error.path("message").asString(""));
  }

  /** The answer as it came. */
  String body(String method, Object... params) {
    ArrayNode list = JSON.createArrayNode();
    for (Object param : params) {
      list.addPOJO(param);
    }
    JsonNode request =
        JSON.createObjectNode().put("id", "gruve").put("method", method).set("params", list);
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(uri)
                  .header("Authorization", authorization)
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitLoaded(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("Done loading")) {
        Thread.ofVirtual().start(() -> drain(out));
        return;
      }
    }
    throw new AssertionError("bitcoind ended before it was ready: " + process.info());
  }

  /** A pipe that nobody reads would stop the node. */
  private static void drain(BufferedReader out) {
    try {
      out.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // The node has ended.
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
