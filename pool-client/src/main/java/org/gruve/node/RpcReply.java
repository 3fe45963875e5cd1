package org.gruve.node;

import tools.jackson.databind.JsonNode;

/** What became of a call. All text is sanitised. */
public sealed interface RpcReply {
  /** The node's result; a JSON null where it is null. */
  record Result(JsonNode value) implements RpcReply {}

  /** The node's own error, such as -28 while it starts. */
  record Refused(int code, String message) implements RpcReply {}

  /** It does not let us in (401, 403), in one sentence. */
  record Unauthorized(String sentence) implements RpcReply {}

  /**
   * No answer, or none of a node, in one sentence: no connection, no TLS, a deadline, too many
   * bytes, no JSON, HTTP 503.
   *
   * @param sent whether the call may have reached the node
   * @param foreign whether something answered that is no node: a web page, a pool
   */
  record Failed(String sentence, boolean sent, boolean foreign) implements RpcReply {
    /** Where no answer came. */
    public Failed(String sentence, boolean sent) {
      this(sentence, sent, false);
    }
  }
}
