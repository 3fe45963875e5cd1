package org.gruve.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A pool that gives its first client one job of a fixed difficulty and counts the shares. It speaks
 * Stratum V1 with plain sockets and knows nothing of our protocol, hashing or practice code, so
 * that what it counts is a second opinion.
 */
final class CountingPool implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int mask;
  private final double easier;
  private final CompletableFuture<ShareCount> counted = new CompletableFuture<>();
  private @Nullable ShareCount count;

  /**
   * Listens on a free port.
   *
   * @param mask what may be rolled; 0 refuses mining.configure
   * @param easier how many times easier the job is than the client suggests
   */
  CountingPool(int mask, double easier) throws IOException {
    this.mask = mask;
    this.easier = easier;
    Thread.ofPlatform().daemon().name("counting-pool").start(this::serve);
  }

  String url() {
    return "stratum+tcp://127.0.0.1:" + server.getLocalPort();
  }

  /** What was counted, once the client has gone. */
  ShareCount count() {
    return counted.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    try (Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      client.setTcpNoDelay(true);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = answer(JSON.readTree(line));
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
      ShareCount done = count;
      if (done == null) {
        throw new IOException("the client went before it was given a job");
      }
      done.end();
      counted.complete(done);
    } catch (IOException | RuntimeException e) {
      counted.completeExceptionally(e);
    }
  }

  private String answer(JsonNode request) {
    String id = request.get("id").toString();
    JsonNode params = request.get("params");
    return switch (request.get("method").asString()) {
      case "mining.configure" -> mask == 0 ? no(id, "unknown method") : yes(id, extensions());
      case "mining.subscribe" ->
          yes(
              id,
              "[[[\"mining.notify\",\"1\"]],\"%s\",%d]"
                  .formatted(CountingJob.EXTRANONCE1, CountingJob.EXTRANONCE2_SIZE));
      case "mining.authorize" -> yes(id, "true");
      case "mining.suggest_difficulty" -> yes(id, "true") + job(params.get(0).decimalValue());
      case "mining.submit" ->
          count != null && count.takes(params) ? yes(id, "true") : no(id, "a wrong share");
      default -> no(id, "unknown method");
    };
  }

  private String extensions() {
    return "{\"version-rolling\":true,\"version-rolling.mask\":\"%08x\"}".formatted(mask);
  }

  /** Only once: what a client suggests later changes nothing. */
  private String job(BigDecimal suggested) {
    if (count != null) {
      return "";
    }
    BigDecimal wanted = suggested.divide(BigDecimal.valueOf(easier), new MathContext(4));
    CountingJob job = new CountingJob(wanted, (int) Instant.now().getEpochSecond());
    count = new ShareCount(job, mask);
    return said("mining.set_difficulty", wanted.toPlainString())
        + said("mining.notify", job.notice());
  }

  private static String said(String method, String params) {
    return "{\"id\":null,\"method\":\"%s\",\"params\":[%s]}\n".formatted(method, params);
  }

  private static String yes(String id, String result) {
    return "{\"id\":%s,\"result\":%s,\"error\":null}\n".formatted(id, result);
  }

  private static String no(String id, String why) {
    return "{\"id\":%s,\"result\":null,\"error\":[20,\"%s\",null]}\n".formatted(id, why);
  }
}
