package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gruve.pool.LoneServer;
import org.gruve.pool.ManualTimers;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.TestCertificates;
import org.gruve.pool.Trust;
import org.gruve.pool.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Calls to a server that does what no node should. */
final class NodeRpcTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long MOST = 10_000;
  private static final String GOOD = "{\"result\":7,\"error\":null,\"id\":\"gruve\"}";

  private final PoolLoop system = PoolLoop.start("test-rpc");
  private final ManualTimers timers = new ManualTimers(system.eventLoop());
  private final PoolLoop loop = new PoolLoop(system.eventLoop(), timers);
  private final BlockingQueue<RpcReply> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  @TempDir private Path folder;
  private @Nullable NodeRpc rpc;

  @AfterEach
  void stop() {
    system.close();
  }

  private LoneServer server(LoneServer.Deed deed) throws IOException {
    return LoneServer.plain(deed);
  }

  /** Answers each request with the same bytes. */
  private LoneServer.Deed always(String answer) {
    return socket -> {
      while (request(socket)) {
        send(socket, answer);
      }
    };
  }

  private boolean request(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
    int at = lower.indexOf("content-length: ") + 16;
    int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)));
    requests.add(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
    return true;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String http(int status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 " + status + " Any\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  private RpcReply call(NodeAddress address, @Nullable Duration patience) throws Exception {
    begin(address, patience);
    return next();
  }

  private void begin(NodeAddress address, @Nullable Duration patience) {
    system
        .eventLoop()
        .execute(
            () -> {
              NodeRpc node =
                  rpc == null ? new NodeRpc(address, Way.DIRECT, loop, Outside.system()) : rpc;
              rpc = node;
              node.call(new RpcRequest("getx", List.of("a", 1)), patience, MOST, replies::add);
            });
  }

  private RpcReply next() throws InterruptedException {
    RpcReply reply = replies.poll(20, TimeUnit.SECONDS);
    if (reply == null) {
      throw new AssertionError("no reply");
    }
    return reply;
  }

  private static NodeAddress at(LoneServer server) {
    return NodeAddress.of("http://me:pw@127.0.0.1:" + server.port(), Optional.empty());
  }

  private RpcReply answered(String bytes) throws Exception {
    try (LoneServer server = server(always(bytes))) {
      return call(at(server), PATIENCE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; {\"result\":7,\"error\":null,\"id\":\"gruve\"}; Result[value=7]",
        "200; {\"result\":null,\"id\":null}; Result[value=null]",
        "500; {\"result\":null,\"error\":{\"code\":-28,\"message\":\"Loading\"},\"id\":\"gruve\"};"
            + " Refused[code=-28, message=Loading]",
        "404; {\"error\":{\"code\":-32601,\"message\":\"Method\\u001b[31m\\nnot found\"}};"
            + " Refused[code=-32601, message=Method [31m not found]",
        "200; {\"error\":{\"code\":1e999999999,\"message\":5}}; Refused[code=0, message=5]",
        "401; ''; refuses user and password",
        "403; ''; takes no calls from here",
        "503; Work queue depth exceeded; is too busy (HTTP 503, Work queue depth exceeded)",
        "413; ''; answers HTTP 413",
        "405; JSONRPC server handles only POST requests; answers HTTP 405",
        "301; <html>; answers HTTP 301",
        "200; <html>; is no node",
        "200; ''; is no node",
        "200; {\"result\":7,\"id\":\"other\"}; is no node",
        "200; {\"result\":7,\"id\":1}; is no node",
        "200; {\"result\":7,\"result\":8,\"id\":\"gruve\"}; is no node",
        "200; {\"result\":7} {}; is no node",
        "200; {\"result\":7; is no node",
        "200; {\"result\":7,\"error\":\"odd\"}; is no node",
        "200; [7]; is no node",
        "200; {\"id\":null,\"method\":\"mining.notify\",\"params\":[]}; is no node",
        "500; {\"result\":7}; answers HTTP 500"
      })
  void saysWhatAnAnswerMeans(int status, String body, String words) throws Exception {
    assertThat(answered(http(status, body)).toString()).contains(words).doesNotContain("\n");
  }

  @Test
  void takesNoDeepNestingAndNoEndlessNumber() throws Exception {
    String deep = "{\"result\":" + "[".repeat(3000) + "]".repeat(3000) + "}";
    assertThat(answered(http(200, deep)).toString()).contains("is no node");
    String huge = "{\"result\":" + "1".repeat(3000) + "}";
    try (LoneServer server = server(always(http(200, huge)))) {
      rpc = null;
      assertThat(call(at(server), PATIENCE).toString()).contains("is no node");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"result\":true}\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n1234567",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void saysThatTheOtherSideSpeaksNoHttp(String bytes) throws Exception {
    RpcReply reply = answered(bytes);
    assertThat(reply.toString()).contains("does not speak HTTP");
    assertThat(reply)
        .isInstanceOfSatisfying(RpcReply.Failed.class, f -> assertThat(f.foreign()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 10001\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n"})
  void takesNoMoreThanItMay(String header) throws Exception {
    LoneServer.Deed endless =
        socket -> {
          if (request(socket)) {
            send(socket, "HTTP/1.1 200 OK\r\n" + header);
            while (true) {
              send(socket, "100\r\n" + " ".repeat(256) + "\r\n");
            }
          }
        };
    try (LoneServer server = server(endless)) {
      assertThat(call(at(server), null).toString()).contains("sent more than is allowed");
    }
  }

  @Test
  void takesNoEndlessHeadersAndNoEndlessInterimAnswers() throws Exception {
    assertThat(answered("HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000)).toString())
        .contains("does not speak HTTP");
    try (LoneServer server = server(always("HTTP/1.1 100 Continue\r\n\r\n".repeat(50)))) {
      rpc = null;
      assertThat(call(at(server), PATIENCE).toString()).contains("interim");
    }
  }

  @Test
  void readsPastAnInterimAnswer() throws Exception {
    assertThat(answered("HTTP/1.1 100 Continue\r\n\r\n" + http(200, GOOD)))
        .isInstanceOf(RpcReply.Result.class);
  }

  @Test
  void readsChunksAndAnswersThatEndWithTheConnection() throws Exception {
    assertThat(
            answered(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(GOOD.length())
                    + "\r\n"
                    + GOOD
                    + "\r\n0\r\n\r\n"))
        .isInstanceOf(RpcReply.Result.class);
    LoneServer.Deed closing =
        socket -> {
          if (request(socket)) {
            send(socket, "HTTP/1.0 200 OK\r\n\r\n" + GOOD);
          }
        };
    try (LoneServer server = server(closing)) {
      rpc = null;
      assertThat(call(at(server), PATIENCE)).isInstanceOf(RpcReply.Result.class);
    }
  }

  @Test
  void takesNothingCompressed() throws Exception {
    assertThat(
            answered("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n1234")
                .toString())
        .contains("compresses");
  }

  @Test
  void saysThatTheAnswerBrokeOff() throws Exception {
    LoneServer.Deed cut =
        socket -> {
          if (request(socket)) {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
          }
        };
    try (LoneServer server = server(cut)) {
      assertThat(call(at(server), PATIENCE))
          .isInstanceOfSatisfying(
              RpcReply.Failed.class,
              failed -> {
                assertThat(failed.sentence()).contains("broke off its answer");
                assertThat(failed.sent()).isTrue();
              });
    }
  }

  @Test
  void endsACallWhoseAnswerDrips() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    LoneServer.Deed slow =
        socket -> {
          if (request(socket)) {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            first.countDown();
            request(socket);
          }
        };
    try (LoneServer server = server(slow)) {
      begin(at(server), PATIENCE);
      first.await();
      timers.advance(PATIENCE);
      assertThat(next().toString()).contains("did not answer within 20 s (getx)");
    }
  }

  @Test
  void saysThatNothingListens() throws Exception {
    LoneServer gone = server(socket -> {});
    gone.close();
    assertThat(call(at(gone), PATIENCE))
        .isInstanceOfSatisfying(
            RpcReply.Failed.class,
            failed -> {
              assertThat(failed.sentence()).contains("cannot be reached", "server=1");
              assertThat(failed.sent()).isFalse();
            });
  }

  @Test
  void keepsAConnectionForTheNextCallButNotForLong() throws Exception {
    try (LoneServer server = server(always(http(200, GOOD)))) {
      for (int i = 0; i < 3; i++) {
        assertThat(call(at(server), PATIENCE)).isInstanceOf(RpcReply.Result.class);
      }
      assertThat(server.connections()).isEqualTo(1);
      timers.advance(NodeRpc.IDLE);
      assertThat(call(at(server), PATIENCE)).isInstanceOf(RpcReply.Result.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void losesNoCallToAnIdleConnectionThatIsReset() throws Exception {
    LoneServer.Deed once =
        socket -> {
          if (request(socket)) {
            send(socket, http(200, GOOD));
          }
          // Reads the next request, and resets the connection instead of an answer.
          if (request(socket)) {
            socket.setSoLinger(true, 0);
          }
        };
    try (LoneServer server = server(once)) {
      for (int i = 0; i < 3; i++) {
        assertThat(call(at(server), PATIENCE)).isInstanceOf(RpcReply.Result.class);
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void doesNotTakeWhatWasSaidUnasked() throws Exception {
    try (LoneServer server = server(always(http(200, GOOD) + http(200, "{\"result\":8}")))) {
      for (int i = 0; i < 2; i++) {
        assertThat(call(at(server), PATIENCE)).hasToString("Result[value=7]");
      }
    }
  }

  @Test
  void readsTheCookieAnewWhenItIsRefused() throws Exception {
    Path cookie = Files.writeString(folder.resolve(".cookie"), "__cookie__:old");
    String old = NodeAddress.of("http://h:1", Optional.of(cookie)).authorization().orElseThrow();
    LoneServer.Deed restarted =
        socket -> {
          while (request(socket)) {
            boolean stale = String.valueOf(requests.peek()).contains(old);
            requests.clear();
            Files.writeString(cookie, "__cookie__:new");
            send(socket, stale ? http(401, "") : http(200, GOOD));
          }
        };
    try (LoneServer server = server(restarted)) {
      NodeAddress address =
          NodeAddress.of("http://127.0.0.1:" + server.port(), Optional.of(cookie));
      assertThat(call(address, PATIENCE)).isInstanceOf(RpcReply.Result.class);
    }
  }

  @Test
  void asksOnceWhereTheCookieIsTheSame() throws Exception {
    Path cookie = Files.writeString(folder.resolve(".cookie"), "__cookie__:old");
    try (LoneServer server = server(always(http(401, "")))) {
      NodeAddress address =
          NodeAddress.of("http://127.0.0.1:" + server.port(), Optional.of(cookie));
      assertThat(call(address, PATIENCE)).isInstanceOf(RpcReply.Unauthorized.class);
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  void saysThatThereIsNoCookieYet() throws Exception {
    NodeAddress address = NodeAddress.of("http://127.0.0.1:1", Optional.of(folder.resolve("none")));
    assertThat(call(address, PATIENCE).toString()).contains("a node writes it while it runs");
  }

  @Test
  void passesNestedArgumentsAndMegabytes() throws Exception {
    String hex = "ab".repeat(4_000_000);
    var object = new JsonMapper().readTree("{\"rules\":[\"segwit\"]}");
    try (LoneServer server = server(always(http(200, GOOD)))) {
      NodeAddress address = at(server);
      system
          .eventLoop()
          .execute(
              () -> {
                NodeRpc node = new NodeRpc(address, Way.DIRECT, loop, Outside.system());
                node.call(new RpcRequest("x", List.of(object, hex)), PATIENCE, MOST, replies::add);
              });
      assertThat(next()).isInstanceOf(RpcReply.Result.class);
      assertThat(requests.take())
          .contains("POST / HTTP/1.1", "application/json")
          .endsWith("\"params\":[{\"rules\":[\"segwit\"]},\"" + hex + "\"]}");
    }
  }

  @Test
  void saysNothingMoreToACallThatWasCancelled() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    LoneServer.Deed silent =
        socket -> {
          request(socket);
          asked.countDown();
          request(socket);
          left.countDown();
        };
    try (LoneServer server = server(silent)) {
      BlockingQueue<NodeRpc.Call> calls = new LinkedBlockingQueue<>();
      NodeAddress address = at(server);
      system
          .eventLoop()
          .execute(
              () -> {
                NodeRpc node = new NodeRpc(address, Way.DIRECT, loop, Outside.system());
                calls.add(node.call(new RpcRequest("x", List.of()), null, MOST, replies::add));
              });
      asked.await();
      NodeRpc.Call call = calls.take();
      system.eventLoop().submit(call::cancel).sync();
      left.await();
      timers.advance(Duration.ofDays(1));
      assertThat(replies).isEmpty();
    }
  }

  @Test
  void callsOverHttpsWhomItTrusts() throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    try (LoneServer server =
        LoneServer.of(
            certificates.server("good", false).getServerSocketFactory(), always(http(200, GOOD)))) {
      NodeAddress address = NodeAddress.of("https://localhost:" + server.port(), Optional.empty());
      Trust trust = new Trust(Optional.of(certificates.authority()), List.of());
      system
          .eventLoop()
          .execute(
              () -> {
                Way way = new Way(Optional.empty(), trust);
                NodeRpc node = new NodeRpc(address, way, loop, Outside.system());
                node.call(new RpcRequest("x", List.of()), PATIENCE, MOST, replies::add);
              });
      assertThat(next()).hasToString("Result[value=7]");
      assertThat(call(address, PATIENCE).toString()).contains("not trusted here");
    }
  }
}
