package org.gruve.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gruve.node.DeliveryAnswer.Accepted;
import org.gruve.node.DeliveryAnswer.Elsewhere;
import org.gruve.node.DeliveryAnswer.Lost;
import org.gruve.node.DeliveryAnswer.Rejected;
import org.gruve.pool.Backoff;
import org.gruve.pool.Timers;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings one block to one node, again and again until the node has answered. Sending it twice does
 * no harm. Confined to the event loop.
 */
final class Delivery {
  /** Who waits for the answer. */
  interface Desk {
    /** The one answer. */
    void answered(Delivery from, DeliveryAnswer answer);

    /** It has not worked this time, and is tried again. */
    void delayed(Delivery from, String reason, Duration retryIn);
  }

  /** A node needs seconds to check a full block on a slow disk. */
  static final Duration DEADLINE = Duration.ofSeconds(60);

  private static final long MOST_ANSWER = 1 << 20;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Another node of ours may be behind, and get the block's parent in a moment. */
  private static final int PARENT_TRIES = 20;

  /** A node that has the block, but not its header, is asked so often, over some ten seconds. */
  static final int HEADER_TRIES = 5;

  /** A node that has the block, and has not decided on it in this time, is mined on as before. */
  static final Duration DECIDING = Duration.ofSeconds(10);

  private final FoundBlock block;
  private final NodeAccount node;
  private final NodeRpc rpc;
  private final Timers timers;
  private final Backoff backoff;
  private final Desk desk;
  private final boolean chainKnown;
  private NodeRpc.@Nullable Call call;
  private Timers.@Nullable Scheduled pause;
  private int withoutParent;
  private int withoutHeader;
  private boolean taken;
  private long takenAt;
  private boolean over;

  /**
   * Prepares.
   *
   * @param chainKnown whether the block is of this run, where nodes are asked for their chain first
   */
  Delivery(
      FoundBlock block,
      NodeAccount node,
      NodeRpc rpc,
      Timers timers,
      Backoff backoff,
      boolean chainKnown,
      Desk desk) {
    this.block = block;
    this.node = node;
    this.rpc = rpc;
    this.timers = timers;
    this.backoff = backoff;
    this.chainKnown = chainKnown;
    this.desk = desk;
  }

  NodeAccount node() {
    return node;
  }

  /** Whether the node may be about to build on the block: it has not heard of it, or just has. */
  boolean holdsParent() {
    return !taken || timers.nanoTime() - takenAt < DECIDING.toNanos();
  }

  void start() {
    if (chainKnown) {
      submit();
    } else {
      ask("getblockchaininfo", this::chain);
    }
  }

  /** The node is there again: no pause is worth waiting for. */
  void nudge() {
    if (pause != null) {
      pause.cancel();
      pause = null;
      start();
    }
  }

  void cancel() {
    over = true;
    if (pause != null) {
      pause.cancel();
    }
    if (call != null) {
      call.cancel();
    }
  }

  private void chain(JsonNode info) {
    String chain = PoolText.clean(info.path("chain").asString(""));
    if (chain.equals(block.chain())) {
      ask("getblockhash", this::genesis, 0);
    } else {
      end(new Elsewhere(chain));
    }
  }

  private void genesis(JsonNode hash) {
    if (hash.asString("").equals(block.genesis().display())) {
      submit();
    } else {
      end(new Elsewhere("another " + block.chain()));
    }
  }

  private void submit() {
    List<Object> params = new ArrayList<>();
    params.add(block.hex());
    block.workId().ifPresent(id -> params.add(MAPPER.createObjectNode().put("workid", id)));
    call = rpc.call(new RpcRequest("submitblock", params), DEADLINE, MOST_ANSWER, this::submitted);
  }

  private void submitted(RpcReply reply) {
    call = null;
    if (over) {
      return;
    }
    switch (reply) {
      case RpcReply.Result(JsonNode value) -> said(SubmitResult.of(value));
      case RpcReply.Refused(int code, String message) when isVerdict(code) ->
          end(new Rejected(message + " (" + code + ")"));
      case RpcReply other -> again(Trouble.of(other).sentence());
    }
  }

  /** What speaks of the block, or of the call, and not of the moment. */
  private static boolean isVerdict(int code) {
    return switch (code) {
      case -3, -8, -22, -25, -26, -27, -32600, -32601, -32602 -> true;
      default -> false;
    };
  }

  private void said(SubmitResult result) {
    switch (result) {
      case SubmitResult.Accepted() -> end(new Accepted());
      // Another way may have brought it here, or this one before, unheard.
      case SubmitResult.Duplicate(), SubmitResult.Inconclusive _ -> follow(result);
      case SubmitResult.Rejected(String reason, _) when mayBeBehind(reason) ->
          again("does not know the block's parent yet");
      case SubmitResult.Rejected(String reason, String sentence) ->
          end(new Rejected(sentence.isEmpty() ? reason : reason + ", " + sentence));
    }
  }

  private boolean mayBeBehind(String reason) {
    return reason.contains("prev-blk-not-found") && withoutParent++ < PARENT_TRIES;
  }

  /** Whether the block is in the node's chain: its confirmations are -1 where it is beside it. */
  private void follow(SubmitResult result) {
    if (!taken) {
      taken = true;
      takenAt = timers.nanoTime();
    }
    RpcRequest request = new RpcRequest("getblockheader", List.of(block.hash().display(), true));
    call = rpc.call(request, DEADLINE, MOST_ANSWER, reply -> followed(result, reply));
  }

  private void followed(SubmitResult result, RpcReply reply) {
    call = null;
    if (over) {
      return;
    }
    switch (reply) {
      case RpcReply.Result(JsonNode header) when header.path("confirmations").asInt(0) > 0 ->
          end(new Accepted());
      case RpcReply.Result(JsonNode header) when header.path("confirmations").asInt(0) < 0 ->
          end(new Lost());
      case RpcReply.Result _, RpcReply.Refused _ -> undecided(result);
      case RpcReply.Failed _, RpcReply.Unauthorized _ -> again(Trouble.of(reply).sentence());
    }
  }

  /**
   * By BIP22 a duplicate came another way, valid; its header is better proof where there is one.
   */
  private void undecided(SubmitResult result) {
    if (result instanceof SubmitResult.Duplicate && ++withoutHeader >= HEADER_TRIES) {
      end(new Accepted());
    } else {
      again("took the block, but has not decided on it");
    }
  }

  private void ask(String method, Consumer<JsonNode> then, Object... params) {
    RpcRequest request = new RpcRequest(method, List.of(params));
    call =
        rpc.call(
            request,
            DEADLINE,
            MOST_ANSWER,
            reply -> {
              call = null;
              if (over) {
                return;
              }
              if (reply instanceof RpcReply.Result(JsonNode value)) {
                then.accept(value);
              } else {
                again(Trouble.of(reply).sentence());
              }
            });
  }

  private void again(String reason) {
    Duration wait = backoff.next();
    pause =
        timers.after(
            wait,
            () -> {
              pause = null;
              start();
            });
    desk.delayed(this, reason, wait);
  }

  private void end(DeliveryAnswer answer) {
    over = true;
    desk.answered(this, answer);
  }
}
