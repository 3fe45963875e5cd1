package org.gruve.node;

import java.time.Duration;
import java.util.function.Consumer;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Way;
import org.jspecify.annotations.Nullable;

/**
 * Calls a node without waiting: every call ends in exactly one reply. Confined to the event loop.
 */
public final class NodeRpc implements AutoCloseable {
  /** A call that is not answered yet. */
  public interface Call {
    /** Gives it up: no reply comes any more, and its connection is closed. */
    void cancel();
  }

  /** Prepares; connections are made by calls, and kept for the next ones. */
  public NodeRpc(NodeAddress address, Way way, PoolLoop loop, Outside outside) {}

  /**
   * Calls. Calls do not wait for each other: each has a connection of its own while it lasts.
   *
   * @param deadline for the whole call, or null for none
   * @param mostBytes of an answer
   * @param reply gets the one reply, on the event loop
   */
  public Call call(
      RpcRequest request, @Nullable Duration deadline, long mostBytes, Consumer<RpcReply> reply) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Cancels all calls and closes all connections. */
  @Override
  public void close() {}
}
