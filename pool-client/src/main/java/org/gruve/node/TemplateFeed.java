package org.gruve.node;

import java.time.Duration;
import java.util.List;
import org.gruve.pool.Timers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps asking a node for templates: by long poll, which answers when there is something new, and
 * beside it by a slow poll that notices when the node, or the long poll alone, has died. Confined
 * to the event loop.
 */
final class TemplateFeed {
  /** Who wants templates. */
  interface Listener {
    /** One came. */
    void template(JsonNode template);

    /** The node cannot be mined on any more, as far as can be told from here. */
    void trouble(Trouble trouble);
  }

  /** A node that does not answer is noticed after this and the deadline of the call. */
  static final Duration SLOW_POLL = Duration.ofSeconds(30);

  /** Where there is no long poll. */
  static final Duration FAST_POLL = Duration.ofSeconds(5);

  /** Where there is no long poll, fees are looked at again after this. */
  static final Duration REFRESH = Duration.ofSeconds(30);

  /** Some servers answer a long poll only when there is a new parent, not for better fees. */
  static final Duration REFRESH_BESIDE = Duration.ofMinutes(2);

  static final Duration PROBE_DEADLINE = Duration.ofSeconds(15);

  /** A long poll whose connection died unheard is not waited for any longer. */
  static final Duration LONG_POLL = Duration.ofMinutes(15);

  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final long MOST_PROBE = 1 << 16;

  private final NodeRpc rpc;
  private final Timers timers;
  private final Listener listener;
  private NodeRpc.@Nullable Call template;
  private NodeRpc.@Nullable Call longPoll;
  private NodeRpc.@Nullable Call probe;
  private Timers.@Nullable Scheduled nextPoll;
  private Timers.@Nullable Scheduled nextLongPoll;
  private Timers.@Nullable Scheduled nextTemplate;
  private @Nullable String tip;
  private @Nullable String longPollId;
  private boolean noLongPoll;
  private boolean noProbe;
  private boolean wanted;
  private long serial;
  private long askedNumber;
  private long usedNumber;
  private long templateAt;
  private long longPollAt;
  private boolean over;

  TemplateFeed(NodeRpc rpc, Timers timers, Listener listener) {
    this.rpc = rpc;
    this.timers = timers;
    this.listener = listener;
  }

  /** Asks for a template now; where one is on its way, for another after it. */
  void refresh() {
    if (over) {
      return;
    }
    cancel(nextTemplate);
    nextTemplate = null;
    if (template != null) {
      wanted = true;
      return;
    }
    wanted = false;
    askedNumber = ++serial;
    template =
        rpc.call(
            TemplateRequest.template(null),
            TemplateRequest.DEADLINE,
            TemplateRequest.MOST_ANSWER,
            this::came);
  }

  /** Asks for a template in a while. */
  void refreshIn(Duration wait) {
    if (!over && nextTemplate == null) {
      nextTemplate = timers.after(wait, this::refresh);
    }
  }

  void end() {
    over = true;
    cancel(nextPoll);
    cancel(nextLongPoll);
    cancel(nextTemplate);
    cancel(template);
    cancel(longPoll);
    cancel(probe);
  }

  private void came(RpcReply reply) {
    template = null;
    if (over) {
      return;
    }
    if (reply instanceof RpcReply.Result(JsonNode value)) {
      boolean late = isLate(value);
      if (!late) {
        deliver(askedNumber, value);
      }
      if (wanted || late) {
        refresh();
      }
    } else {
      listener.trouble(Trouble.of(reply));
    }
  }

  /**
   * Whether a long poll brought another parent after this was asked for: it may be of before, and
   * the node is asked which of them it is.
   */
  private boolean isLate(JsonNode value) {
    return askedNumber < usedNumber && !parent(value).equals(tip);
  }

  private static String parent(JsonNode value) {
    return value.path("previousblockhash").asString("");
  }

  /**
   * Hands a template on.
   *
   * @param number its place among all: when it was asked for, or, of a long poll, when it came, for
   *     that is when there was news
   */
  private void deliver(long number, JsonNode value) {
    usedNumber = Math.max(usedNumber, number);
    tip = parent(value);
    templateAt = timers.nanoTime();
    JsonNode id = value.path("longpollid");
    longPollId = id.isString() ? id.asString() : null;
    listener.template(value);
    if (over) {
      return;
    }
    poll();
    schedulePoll();
  }

  private void poll() {
    if (longPoll == null && nextLongPoll == null && longPollId != null && !noLongPoll) {
      longPollAt = timers.nanoTime();
      longPoll =
          rpc.call(
              TemplateRequest.template(longPollId),
              LONG_POLL,
              TemplateRequest.MOST_ANSWER,
              this::polled);
    }
  }

  private void polled(RpcReply reply) {
    longPoll = null;
    if (over) {
      return;
    }
    switch (reply) {
      case RpcReply.Result(JsonNode value) -> {
        // A server that answers its long polls at once must not be asked in a circle.
        if (timers.nanoTime() - longPollAt < AGAIN.toNanos()) {
          pauseLongPoll();
        }
        deliver(++serial, value);
      }
      case RpcReply.Refused(int code, String _) when code == -8 -> {
        // It knows no such id: polls plainly, and takes the id of the next template.
        longPollId = null;
        pauseLongPoll();
        refresh();
      }
      case RpcReply.Refused refused -> {
        noLongPoll = Trouble.of(refused).kind() == Trouble.Kind.HOPELESS;
        pauseLongPoll();
        probe();
      }
      case RpcReply.Failed _, RpcReply.Unauthorized _ -> {
        // Its connection broke, which may be no more than that: the node itself is asked.
        pauseLongPoll();
        probe();
      }
    }
  }

  private void pauseLongPoll() {
    cancel(nextLongPoll);
    nextLongPoll =
        timers.after(
            AGAIN,
            () -> {
              nextLongPoll = null;
              poll();
            });
  }

  private boolean hasLongPoll() {
    return longPollId != null && !noLongPoll;
  }

  private void schedulePoll() {
    cancel(nextPoll);
    nextPoll = timers.after(hasLongPoll() ? SLOW_POLL : FAST_POLL, this::probe);
  }

  /** Asks for the tip, which costs the node nothing, and for a template where that has changed. */
  private void probe() {
    cancel(nextPoll);
    Duration most = hasLongPoll() ? REFRESH_BESIDE : REFRESH;
    if (noProbe || timers.nanoTime() - templateAt >= most.toNanos()) {
      refresh();
      schedulePoll();
    } else if (probe == null) {
      probe =
          rpc.call(
              new RpcRequest("getbestblockhash", List.of()),
              PROBE_DEADLINE,
              MOST_PROBE,
              this::probed);
    }
  }

  private void probed(RpcReply reply) {
    probe = null;
    if (over) {
      return;
    }
    switch (reply) {
      case RpcReply.Result(JsonNode value) -> {
        if (!value.asString("").equals(tip)) {
          refresh();
        }
        schedulePoll();
      }
      case RpcReply.Refused(int code, String _) when code == -32601 -> {
        noProbe = true;
        refresh();
        schedulePoll();
      }
      case RpcReply other -> listener.trouble(Trouble.of(other));
    }
  }

  private static void cancel(Timers.@Nullable Scheduled scheduled) {
    if (scheduled != null) {
      scheduled.cancel();
    }
  }

  private static void cancel(NodeRpc.@Nullable Call call) {
    if (call != null) {
      call.cancel();
    }
  }
}
