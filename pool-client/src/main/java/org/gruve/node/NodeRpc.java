package org.gruve.node;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Timers;
import org.gruve.pool.Way;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/** A stand-in until part ways has written it. */
public final class NodeRpc implements AutoCloseable {
  /** A call that is not answered yet. */
  public interface Call {
    /** Gives it up. */
    void cancel();
  }

  private final NodeAddress address;
  private final PoolLoop loop;
  private final List<Call> open = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Prepares. */
  public NodeRpc(NodeAddress address, Way way, PoolLoop loop, Outside outside) {
    this.address = address;
    this.loop = loop;
  }

  /** Calls. */
  public Call call(
      RpcRequest request, @Nullable Duration deadline, long mostBytes, Consumer<RpcReply> reply) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.json(), StandardCharsets.UTF_8));
    address.authorization().ifPresent(words -> builder.header("Authorization", words));
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(
            builder.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    boolean[] over = {false};
    Timers.Scheduled[] timer = {null};
    Consumer<RpcReply> once =
        r -> {
          if (!over[0]) {
            over[0] = true;
            if (timer[0] != null) {
              timer[0].cancel();
            }
            reply.accept(r);
          }
        };
    Call call =
        () -> {
          over[0] = true;
          if (timer[0] != null) {
            timer[0].cancel();
          }
          coming.cancel(true);
        };
    open.add(call);
    if (deadline != null) {
      timer[0] =
          loop.timers()
              .after(
                  deadline,
                  () -> {
                    coming.cancel(true);
                    once.accept(new RpcReply.Failed("did not answer in time", true));
                  });
    }
    var _ =
        coming.whenComplete(
            (response, fault) ->
                loop.eventLoop().execute(() -> once.accept(read(request, response, fault))));
    return call;
  }

  private RpcReply read(
      RpcRequest request, @Nullable HttpResponse<byte[]> response, @Nullable Throwable fault) {
    if (response == null) {
      return new RpcReply.Failed(PoolText.clean("broke off: " + fault), true);
    }
    if (response.statusCode() == 401) {
      return new RpcReply.Unauthorized("refuses user and password");
    }
    try {
      if (response.statusCode() == 200) {
        return new RpcReply.Result(RpcAnswer.result(address, request.method(), response.body()));
      }
      throw RpcAnswer.refusal(address, request.method(), response.statusCode(), response.body());
    } catch (NodeException e) {
      return e.code() == NodeException.NO_CODE
          ? new RpcReply.Failed(e.sentence(), true)
          : new RpcReply.Refused(e.code(), e.sentence());
    }
  }

  @Override
  public void close() {
    open.forEach(Call::cancel);
    http.shutdownNow();
  }
}
