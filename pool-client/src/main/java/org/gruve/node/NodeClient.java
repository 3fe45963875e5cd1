package org.gruve.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Way;
import tools.jackson.databind.JsonNode;

/**
 * Calls a node and waits, one call after the other; what goes wrong is a {@link NodeException}. It
 * takes no more than a number of bytes and seconds for an answer, whatever the node sends.
 */
public final class NodeClient implements AutoCloseable {
  /** Time for what a node must read from its disk and write as JSON. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Room for a block in the most talkative JSON. */
  public static final long MOST_BYTES = 128L << 20;

  private final NodeAddress address;
  private final Duration patience;
  private final long mostBytes;
  private final PoolLoop loop = PoolLoop.start("node-rpc");
  private final NodeRpc rpc;

  /** Calls a node with the usual limits. */
  public NodeClient(NodeAddress address) {
    this(address, PATIENCE, MOST_BYTES);
  }

  /** Calls a node that must answer in time, and with no more than so many bytes. */
  public NodeClient(NodeAddress address, Duration patience, long mostBytes) {
    this.address = address;
    this.patience = patience;
    this.mostBytes = mostBytes;
    this.rpc = new NodeRpc(address, Way.DIRECT, loop, Outside.system());
  }

  /** The result of a call: texts, whole numbers and truth values are its arguments. */
  public JsonNode call(String method, Object... params) {
    return RpcAnswer.result(address, method, raw(method, params));
  }

  /** The whole answer to a call as it came, for what is too large to keep as a tree. */
  public byte[] raw(String method, Object... params) {
    return switch (awaited(new RpcRequest(method, List.of(params)))) {
      case HttpReply.Answer answer when answer.status() == 200 -> answer.body();
      case HttpReply.Answer answer ->
          throw RpcAnswer.refusal(address, method, answer.status(), answer.body());
      case HttpReply.Fault fault -> throw new NodeException(fault.sentence());
    };
  }

  private HttpReply awaited(RpcRequest request) {
    CompletableFuture<HttpReply> coming = new CompletableFuture<>();
    try {
      loop.eventLoop()
          .execute(
              () -> {
                NodeRpc.Call call = rpc.raw(request, patience, mostBytes, coming::complete);
                // Done already where nobody waits any more.
                var _ = coming.whenComplete((_, _) -> loop.eventLoop().execute(call::cancel));
              });
      return coming.get();
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw trouble(request, "was not waited for").because(e);
    } catch (ExecutionException | RejectedExecutionException e) {
      throw trouble(request, "can no longer be called").because(e);
    }
  }

  private NodeException trouble(RpcRequest request, String what) {
    return new NodeException("the node at " + address + " " + what + " (" + request.method() + ")");
  }

  @Override
  public void close() {
    loop.eventLoop().execute(rpc::close);
    loop.close();
  }
}
