package org.gruve.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gruve.pool.Names;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Timers;
import org.gruve.pool.Way;
import org.jspecify.annotations.Nullable;

/**
 * Calls a node without waiting: every call ends in exactly one reply. Confined to the event loop.
 */
public final class NodeRpc implements AutoCloseable {
  /** How long a connection is kept for the next call; Bitcoin Core ends it after 30 s. */
  static final Duration IDLE = Duration.ofSeconds(5);

  private static final int MOST_IDLE = 4;

  /** A call that is not answered yet. */
  public interface Call {
    /** Gives it up: no reply comes any more, and its connection is closed. */
    void cancel();
  }

  private final NodeAddress address;
  private final Way way;
  private final PoolLoop loop;
  private final Names names;
  private final Set<Call> calls = new HashSet<>();
  private final Deque<HttpLink> idle = new ArrayDeque<>();
  private final Map<HttpLink, Timers.Scheduled> ends = new HashMap<>();
  private boolean closed;

  /** Prepares; connections are made by calls, and kept for the next ones. */
  public NodeRpc(NodeAddress address, Way way, PoolLoop loop, Outside outside) {
    this.address = address;
    this.way = way;
    this.loop = loop;
    this.names = outside.names();
  }

  /**
   * Calls. Calls do not wait for each other: each has a connection of its own while it lasts.
   *
   * @param deadline for the whole call, or null for none
   * @param mostBytes of an answer
   * @param reply gets the one reply, on the event loop
   */
  public Call call(
      RpcRequest request, @Nullable Duration deadline, long mostBytes, Consumer<RpcReply> reply) {
    return begin(
        new RpcCall<>(
            this, request, mostBytes, http -> RpcAnswer.reply(address, request, http), reply),
        deadline);
  }

  /** Calls for the answer as it came, for what is too large to keep as a tree. */
  Call raw(RpcRequest request, Duration deadline, long mostBytes, Consumer<HttpReply> reply) {
    return begin(new RpcCall<>(this, request, mostBytes, http -> http, reply), deadline);
  }

  private Call begin(RpcCall<?> call, @Nullable Duration deadline) {
    if (!closed) {
      calls.add(call);
      call.start(deadline);
    }
    return call;
  }

  /** Whether this call was not over before. */
  boolean ended(Call call) {
    return calls.remove(call);
  }

  NodeAddress address() {
    return address;
  }

  Way way() {
    return way;
  }

  PoolLoop loop() {
    return loop;
  }

  Names names() {
    return names;
  }

  /** A connection that waits for a request, or null. */
  @Nullable HttpLink idle() {
    for (HttpLink link = idle.pollLast(); link != null; link = idle.pollLast()) {
      forget(link);
      if (link.isOpen()) {
        return link;
      }
    }
    return null;
  }

  /** Takes a connection that has done its work. */
  void keep(HttpLink link) {
    if (closed || idle.size() >= MOST_IDLE) {
      link.close();
      return;
    }
    idle.addLast(link);
    ends.put(link, loop.timers().after(IDLE, () -> drop(link)));
  }

  private void drop(HttpLink link) {
    idle.remove(link);
    ends.remove(link);
    link.close();
  }

  private void forget(HttpLink link) {
    Timers.Scheduled end = ends.remove(link);
    if (end != null) {
      end.cancel();
    }
  }

  /** Cancels all calls and closes all connections. */
  @Override
  public void close() {
    closed = true;
    List.copyOf(calls).forEach(Call::cancel);
    for (HttpLink link = idle.poll(); link != null; link = idle.poll()) {
      forget(link);
      link.close();
    }
  }
}
