package org.gruve.node;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/**
 * Calls a node, one call after the other; what goes wrong is a {@link NodeException}. It takes no
 * more than a number of bytes and seconds for an answer, whatever the node sends.
 */
public final class NodeClient implements AutoCloseable {
  /** Time for what a node must read from its disk and write as JSON. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Room for a block in the most talkative JSON. */
  public static final long MOST_BYTES = 128L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final NodeAddress address;
  private final Duration patience;
  private final long mostBytes;
  private final HttpClient http;

  /** Calls a node with the usual limits. */
  public NodeClient(NodeAddress address) {
    this(address, PATIENCE, MOST_BYTES);
  }

  /** Calls a node that must answer in time, and with no more than so many bytes. */
  public NodeClient(NodeAddress address, Duration patience, long mostBytes) {
    this.address = address;
    this.patience = patience;
    this.mostBytes = mostBytes;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.compareTo(CONNECT) < 0 ? patience : CONNECT)
            .executor(task -> Thread.ofPlatform().name("node-rpc").daemon().start(task))
            .build();
  }

  /** The result of a call: texts, whole numbers and truth values are its arguments. */
  public JsonNode call(String method, Object... params) {
    return RpcAnswer.result(address, method, raw(method, params));
  }

  /** The whole answer to a call as it came, for what is too large to keep as a tree. */
  public byte[] raw(String method, Object... params) {
    HttpResponse<byte[]> response = response(new RpcRequest(method, List.of(params)));
    if (response.statusCode() == 200) {
      return response.body();
    }
    throw RpcAnswer.refusal(address, method, response.statusCode(), response.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpResponse<byte[]> response(RpcRequest request) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(http(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw trouble(request, "did not answer within " + patience.toSeconds() + " s").because(e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw trouble(request, "was not waited for").because(e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw trouble(request, why(cause)).because(cause);
    }
  }

  private HttpRequest http(RpcRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.json(), StandardCharsets.UTF_8));
    address.authorization().ifPresent(words -> builder.header("Authorization", words));
    return builder.build();
  }

  private static String why(Throwable cause) {
    return switch (cause) {
      case ConnectException _ -> "cannot be reached; is it running, with server=1?";
      case IOException e when String.valueOf(e.getMessage()).contains("capacity") ->
          "sent more than is allowed";
      case SSLException _ -> "does not speak https as it should; most nodes want http://";
      default -> "broke off, " + cause.getMessage();
    };
  }

  private NodeException trouble(RpcRequest request, String what) {
    return new NodeException("the node at " + address + " " + what + " (" + request.method() + ")");
  }
}
