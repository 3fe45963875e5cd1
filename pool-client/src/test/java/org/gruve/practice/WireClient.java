package org.gruve.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A scripted miner on a plain socket, which knows nothing of our codec and sessions. */
final class WireClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final BufferedReader in;
  private final Deque<JsonNode> unread = new ArrayDeque<>();
  private int lastId;
  private String extranonce1 = "";
  private double difficulty = 1;

  WireClient(InetSocketAddress address) throws IOException {
    socket.connect(address, TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A job as it came, and the difficulty that was said last before it. */
  record WireJob(JsonNode params, double difficulty, String extranonce1) {
    String id() {
      return params.get(0).asString();
    }

    int time() {
      return Integer.parseUnsignedInt(params.get(7).asString(), 16);
    }

    int nbits() {
      return Integer.parseUnsignedInt(params.get(6).asString(), 16);
    }

    boolean clean() {
      return params.get(8).asBoolean();
    }

    /** docs/stratum-v1.md, 3, header assembly. */
    BlockHeader header(String extranonce2, int version) {
      HexFormat hex = HexFormat.of();
      String coinbase =
          params.get(2).asString() + extranonce1 + extranonce2 + params.get(3).asString();
      byte[] root = Sha256d.hash(hex.parseHex(coinbase)).bytes();
      for (JsonNode beside : params.get(4)) {
        root = Sha256d.hash(root, hex.parseHex(beside.asString())).bytes();
      }
      ByteBuffer words = ByteBuffer.wrap(hex.parseHex(params.get(1).asString()));
      ByteBuffer parent = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
      while (words.hasRemaining()) {
        parent.putInt(words.getInt());
      }
      return new BlockHeader(
          version, Hash256.of(parent.array()), Hash256.of(root), time(), nbits(), 0);
    }

    /** A header that is a block, whatever the difficulty of shares. */
    BlockHeader block(String extranonce2, int version) {
      return TestMiner.mine(
          header(extranonce2, version), CompactBits.target(nbits()).orElseThrow());
    }

    BlockHeader mined(String extranonce2, int version) {
      Difficulty exact = Difficulty.parse(Double.toString(difficulty));
      return TestMiner.mine(header(extranonce2, version), exact.target());
    }
  }

  String extranonce1() {
    return extranonce1;
  }

  /** Configures, subscribes, authorises, and waits for the first job. */
  WireJob begin() throws IOException {
    var _ =
        call(
            "mining.configure",
            "[[\"version-rolling\",\"subscribe-extranonce\"],"
                + "{\"version-rolling.mask\":\"1fffe000\",\"version-rolling.min-bit-count\":2}]");
    subscribe();
    var _ = call("mining.authorize", "[\"me\",\"x\"]");
    return nextJob();
  }

  void subscribe() throws IOException {
    extranonce1 = call("mining.subscribe", "[\"test/1\"]").get("result").get(1).asString();
  }

  /** Sends a request and waits for its answer; notifications before it are kept. */
  JsonNode call(String method, String params) throws IOException {
    int id = ++lastId;
    line("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
    Deque<JsonNode> passed = new ArrayDeque<>();
    while (true) {
      JsonNode message = read();
      if (message.path("id").asInt(-1) == id && !message.has("method")) {
        unread.addAll(passed);
        return message;
      }
      passed.add(message);
    }
  }

  /** Submits a mined header; 0, or the code of the refusal. */
  int submit(WireJob job, String extranonce2, BlockHeader header, String versionBits)
      throws IOException {
    String params =
        "[\"me\",\"%s\",\"%s\",\"%08x\",\"%08x\",\"%s\"]"
            .formatted(job.id(), extranonce2, header.time(), header.nonce(), versionBits);
    return code(call("mining.submit", params));
  }

  static int code(JsonNode answer) {
    return answer.path("error").isArray() ? answer.get("error").get(0).asInt() : 0;
  }

  /** The next notification of a method, past others. */
  JsonNode next(String method) throws IOException {
    return next(message -> message.path("method").asString("").equals(method)).get("params");
  }

  WireJob nextJob() throws IOException {
    return new WireJob(next("mining.notify"), difficulty, extranonce1);
  }

  WireJob nextCleanJob() throws IOException {
    WireJob job = nextJob();
    while (!job.clean()) {
      job = nextJob();
    }
    return job;
  }

  private JsonNode next(Predicate<JsonNode> wanted) throws IOException {
    while (true) {
      JsonNode kept = unread.poll();
      JsonNode message = kept == null ? read() : kept;
      if (message.path("method").asString("").equals("mining.set_difficulty")) {
        difficulty = message.get("params").get(0).asDouble();
      }
      if (message.path("method").asString("").equals("mining.set_extranonce")) {
        extranonce1 = message.get("params").get(0).asString();
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  void line(String text) throws IOException {
    socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until the server ends the connection, past whatever it still says. */
  void awaitEnd() throws IOException {
    try {
      while (in.readLine() != null) {
        // Whatever it still says.
      }
    } catch (SocketException reset) {
      // An end as well.
    }
  }

  private JsonNode read() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the pool hung up");
    }
    return JSON.readTree(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
