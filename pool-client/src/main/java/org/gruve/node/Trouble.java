package org.gruve.node;

import java.time.Duration;

/**
 * Why a node cannot be mined on now.
 *
 * @param sentence what is wrong, without the node's name; sanitised
 */
record Trouble(Kind kind, String sentence) {
  /** What can be done about it. */
  enum Kind {
    /** It was not reached, or broke off: tried again with growing pauses. */
    AWAY,
    /** It starts: asked again in a moment. */
    STARTING,
    /** It is there, and will be ready: asked again every few seconds. */
    WAITING,
    /** It answers in a way that may pass. */
    FAULTY,
    /** What answered is no node: hopeless, unless it was one before. */
    FOREIGN,
    /** No second try is likely to help. */
    HOPELESS
  }

  /** Pauses where a node is there, but not ready. */
  static final Duration STARTING_PAUSE = Duration.ofMillis(1500);

  static final Duration WAITING_PAUSE = Duration.ofSeconds(5);

  /** A node that refuses us is left alone for this long, as a pool is. */
  static final Duration HOPELESS_PAUSE = Duration.ofSeconds(60);

  /** As this node's upstream tells it: without the node's name, which its owner tells. */
  Trouble at(NodeAccount account, boolean minedBefore) {
    Kind known = kind == Kind.FOREIGN ? (minedBefore ? Kind.AWAY : Kind.HOPELESS) : kind;
    return new Trouble(known, account.unnamed(sentence));
  }

  static Trouble hopeless(String sentence) {
    return new Trouble(Kind.HOPELESS, sentence);
  }

  static Trouble faulty(String sentence) {
    return new Trouble(Kind.FAULTY, sentence);
  }

  /** What a reply that is no result means (Bitcoin Core: rpc/protocol.h). */
  static Trouble of(RpcReply reply) {
    return switch (reply) {
      case RpcReply.Result _ -> faulty("answers what was not asked for");
      case RpcReply.Unauthorized(String sentence) -> hopeless(sentence);
      case RpcReply.Failed(String sentence, _, boolean foreign) ->
          new Trouble(foreign ? Kind.FOREIGN : Kind.AWAY, sentence);
      case RpcReply.Refused(int code, String message) -> refused(code, message);
    };
  }

  private static Trouble refused(int code, String message) {
    return switch (code) {
      case -28 -> new Trouble(Kind.STARTING, "is starting: " + message);
      case -10 -> new Trouble(Kind.WAITING, "is still loading the chain: " + message);
      case -9 ->
          new Trouble(Kind.WAITING, "has no peers, so that a block would reach nobody: " + message);
      case -32601 -> hopeless("is no node that can be mined on: " + message + " (" + code + ")");
      default -> faulty("refuses: " + message + " (" + code + ")");
    };
  }
}
