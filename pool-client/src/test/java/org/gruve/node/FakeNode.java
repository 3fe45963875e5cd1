package org.gruve.node;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node on a real loopback socket, which answers as Bitcoin Core 31 does, or badly as told. */
final class FakeNode implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long SECONDS = 20;

  private final NodeAnswers answers;
  private final Map<String, Deque<NodeFault>> faults = new HashMap<>();
  private final Map<String, NodeFault> lasting = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Throwable> surprises = new CopyOnWriteArrayList<>();
  private final int port;
  private volatile String credentials = "user:secret";
  private volatile @Nullable ServerSocket server;
  private volatile CountDownLatch up = new CountDownLatch(1);

  private FakeNode(FakeChain chain, ServerSocket server) {
    this.answers = new NodeAnswers(chain);
    this.server = server;
    this.port = server.getLocalPort();
  }

  static FakeNode on(FakeChain chain) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    FakeNode node = new FakeNode(chain, server);
    Thread.ofVirtual().start(() -> node.accept(server));
    return node;
  }

  /** An address that lets us in. */
  NodeAddress address() {
    return NodeAddress.of("http://" + credentials + "@127.0.0.1:" + port, Optional.empty());
  }

  int port() {
    return port;
  }

  /** Other words to be let in by, as after a restart with a new cookie. */
  void credentials(String words) {
    credentials = words;
  }

  /** What the next calls of a method meet, in order; each once. */
  synchronized void next(String method, NodeFault... met) {
    faults.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(met));
  }

  /** What all calls of a method meet, or all calls for {@code *}, until {@link #heal}. */
  synchronized void always(String method, NodeFault met) {
    lasting.put(method, met);
  }

  synchronized void heal() {
    lasting.clear();
    faults.clear();
  }

  /** Changes templates on their way out. */
  void change(UnaryOperator<ObjectNode> change) {
    answers.change(change);
  }

  void chain(String name) {
    answers.chain(name);
  }

  /** Goes away: open connections are closed, new ones refused. */
  void stop() throws IOException {
    ServerSocket open = server;
    server = null;
    up.countDown();
    if (open != null) {
      open.close();
    }
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  /** Comes back at the same port. */
  void restart() throws IOException {
    ServerSocket again = new ServerSocket();
    again.setReuseAddress(true);
    again.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    up = new CountDownLatch(1);
    server = again;
    Thread.ofVirtual().start(() -> accept(again));
  }

  /** How often a method was called; a long poll counts as {@code longpoll}. */
  synchronized int count(String method) {
    return (int) calls.stream().filter(method::equals).count();
  }

  /** Waits until a method has been called so often in all. */
  synchronized void awaitCalls(String method, int times) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try {
      while (count(method) < times) {
        long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (rest <= 0) {
          throw new AssertionError(method + " was not called " + times + " times; only " + calls);
        }
        wait(rest);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket socket = from.accept();
        sockets.add(socket);
        if (from.isClosed()) {
          // It was stopped meanwhile, and may have closed all that it knew of before.
          socket.close();
          return;
        }
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!from.isClosed()) {
        surprises.add(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (serveOne(socket, in)) {}
    } catch (IOException e) {
      // The client went, or the node was stopped.
      return;
    } catch (RuntimeException | AssertionError e) {
      surprises.add(e);
    }
  }

  private boolean serveOne(Socket socket, InputStream in) throws IOException {
    Map<String, String> headers = headers(in);
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(headers.get("authorization"))) {
      note("401");
      answer(socket, 401, "");
      return true;
    }
    JsonNode request = JSON.readTree(body);
    String method = request.path("method").asString();
    boolean longPoll = request.path("params").path(0).has("longpollid");
    boolean proposal = request.path("params").path(0).path("mode").asString("").equals("proposal");
    String name = longPoll ? "longpoll" : proposal ? "proposal" : method;
    NodeFault fault = note(name);
    return play(socket, name, request, fault);
  }

  private synchronized NodeFault note(String name) {
    calls.add(name);
    notifyAll();
    Deque<NodeFault> queue = faults.get(name);
    if (queue != null && !queue.isEmpty()) {
      return queue.remove();
    }
    return lasting.getOrDefault(name, lasting.getOrDefault("*", new NodeFault.None()));
  }

  private boolean play(Socket socket, String name, JsonNode request, NodeFault fault)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    switch (fault) {
      case NodeFault.None() -> {
        Reply reply = reply(name, request);
        answer(socket, reply.status(), reply.body());
        return true;
      }
      case NodeFault.Late(CountDownLatch ready, CountDownLatch go) -> {
        Reply reply = reply(name, request);
        ready.countDown();
        await(go);
        answer(socket, reply.status(), reply.body());
      }
      case NodeFault.Http(int status, String text) -> answer(socket, status, text);
      case NodeFault.Refusal(int code, String message) -> answer(socket, 500, error(code, message));
      case NodeFault.Says(JsonNode result) -> answer(socket, 200, result(result));
      case NodeFault.AnswerLost() -> {
        reply(name, request);
        return false;
      }
      case NodeFault.Drop() -> {
        return false;
      }
      case NodeFault.Reset() -> {
        socket.setSoLinger(true, 0);
        return false;
      }
      case NodeFault.Stall() -> awaitStop();
      case NodeFault.HalfAnswer() -> {
        out.write(head(200, 1000).getBytes(StandardCharsets.UTF_8));
        out.write("{\"result\":".getBytes(StandardCharsets.UTF_8));
        out.flush();
        awaitStop();
      }
      case NodeFault.Dribble() -> {
        out.write(head(200, 100_000).getBytes(StandardCharsets.UTF_8));
        while (!awaitStop(5)) {
          out.write(' ');
          out.flush();
        }
      }
      case NodeFault.Flood() -> {
        out.write(head(200, Long.MAX_VALUE).getBytes(StandardCharsets.UTF_8));
        byte[] much = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        while (true) {
          out.write(much);
        }
      }
    }
    return true;
  }

  private record Reply(int status, String body) {}

  private Reply reply(String name, JsonNode request) {
    try {
      CountDownLatch running = up;
      JsonNode result = answers.of(name, request.path("params"), () -> running.getCount() == 0);
      return new Reply(200, result(result));
    } catch (NodeAnswers.Error e) {
      return new Reply(500, error(e.code(), String.valueOf(e.getMessage())));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a late answer was never let go");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void awaitStop() {
    while (!awaitStop(1000)) {}
  }

  private boolean awaitStop(long millis) {
    try {
      return up.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static String result(JsonNode result) {
    ObjectNode reply = JSON.createObjectNode();
    reply.set("result", result);
    reply.putNull("error").put("id", "gruve");
    return reply + "\n";
  }

  private static String error(int code, String message) {
    ObjectNode reply = JSON.createObjectNode();
    reply.putNull("result").putObject("error").put("code", code).put("message", message);
    reply.put("id", "gruve");
    return reply + "\n";
  }

  private static void answer(Socket socket, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write(head(status, bytes.length).getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  private static String head(int status, long length) {
    return "HTTP/1.1 "
        + status
        + " x\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    line(in);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the client closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    stop();
    if (!surprises.isEmpty()) {
      throw new AssertionError("the fake node met what it did not expect", surprises.getFirst());
    }
  }
}
