package org.gruve.node;

/** What became of an HTTP request. */
sealed interface HttpReply {
  /** It was answered, with whatever status. */
  final class Answer implements HttpReply {
    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    int status() {
      return status;
    }

    /** Up to 128 MiB, so it is handed on and not copied. */
    byte[] body() {
      return body;
    }
  }

  /** As {@link RpcReply.Failed}. */
  record Fault(String sentence, boolean sent, boolean foreign) implements HttpReply {}
}
