package org.gruve.node;

/** What became of an HTTP request. */
sealed interface HttpReply {
  /** It was answered, with whatever status. */
  record Answer(int status, byte[] body) implements HttpReply {}

  /** As {@link RpcReply.Failed}. */
  record Fault(String sentence, boolean sent, boolean foreign) implements HttpReply {}
}
