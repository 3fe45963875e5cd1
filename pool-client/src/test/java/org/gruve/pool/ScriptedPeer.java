package org.gruve.pool;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One client of a {@link ScriptedPool}, as its script sees it. */
final class ScriptedPeer {
  /** Met by one hash in two, so that any share is a block. */
  static final String EASIEST_BITS = "207fffff";

  static final String MAIN_BITS = "17034219";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final BufferedReader in;
  private final List<String> methods = new ArrayList<>();
  private boolean slow;

  ScriptedPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Reads up to the next request of this method; others on the way get a plain true. */
  JsonNode expect(String method) throws IOException {
    while (true) {
      JsonNode request = request();
      if (request.path("method").asString().equals(method)) {
        return request;
      }
      answer(request, "true");
    }
  }

  /** The next request, whatever it is. */
  JsonNode request() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException();
    }
    JsonNode request = JSON.readTree(line);
    methods.add(request.path("method").asString());
    return request;
  }

  /** The methods of all requests so far. */
  List<String> methods() {
    return methods;
  }

  void answer(JsonNode request, String result) throws IOException {
    send("{\"id\":" + request.get("id") + ",\"result\":" + result + ",\"error\":null}");
  }

  void refuse(JsonNode request, int code, String message) throws IOException {
    send(
        "{\"id\":%s,\"result\":null,\"error\":[%d,\"%s\",null]}"
            .formatted(request.get("id"), code, message));
  }

  void send(String line) throws IOException {
    raw((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] bytes) throws IOException {
    if (slow) {
      for (byte one : bytes) {
        socket.getOutputStream().write(one);
      }
      return;
    }
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** From now on each byte is a packet of its own. */
  void slowly() throws IOException {
    socket.setTcpNoDelay(true);
    slow = true;
  }

  /** Cuts the connection so that the other end sees a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Configures without version rolling, subscribes with this extranonce1, and authorises. */
  void handshake(String extranonce1) throws IOException {
    var _ = subscribe(extranonce1);
    answer(expect("mining.authorize"), "true");
  }

  /** Answers up to the subscription, which it returns. */
  JsonNode subscribe(String extranonce1) throws IOException {
    JsonNode request = request();
    if (request.path("method").asString().equals("mining.configure")) {
      answer(request, "{\"version-rolling\":false}");
      request = expect("mining.subscribe");
    }
    answer(request, "[[[\"mining.notify\",\"s1\"]],\"" + extranonce1 + "\",4]");
    return request;
  }

  /** The lowest difficulty and a clean job. */
  void job(String id, String bits) throws IOException {
    send("{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[1e-9]}");
    send(
        ("{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"%s\",\"%s\",\"%s\",\"%s\",[],"
                + "\"20000000\",\"%s\",\"6b02b894\",true]}")
            .formatted(id, PREVIOUS, COINB1, COINB2, bits));
  }

  /** Reads and keeps silent until the client goes. */
  void listen() throws IOException {
    while (in.readLine() != null) {
      // What is said does not matter.
    }
  }

  /** Waits for a test to say go on. */
  static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the test never went on");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  // The recorded notify of docs/stratum-v1.md, 3.
  private static final String PREVIOUS =
      "7b0caf10fa4a3433bfcc29e30a8c30ae0b08636d91146c5c25a4754d0d182179";
  private static final String COINB1 =
      "02000000010000000000000000000000000000000000000000000000000000000000000000ffffffff17"
          + "01175075626c69632d506f6f6c0000";
  private static final String COINB2 =
      "ffffffff0200f2052a01000000160014751e76e8199196d454941c45d1b3a323f1433bd600000000000000"
          + "00266a24aa21a9ede2f61c3f71d1defd3fa999dfa36953755c690689799962b48bebd836974e8cf900"
          + "000000";
}
