package org.gruve.stratum.v1;

/** The server session's way out, silent once it has asked to close. */
final class ServerLink {
  private final ServerOutput output;
  private boolean closed;

  ServerLink(ServerOutput output) {
    this.output = output;
  }

  void send(Message message) {
    if (!closed) {
      output.send(message);
    }
  }

  /** Answers a request; one without id awaits none. */
  void reply(Id id, Result result) {
    if (id.asks()) {
      send(new Message.Response(id, result, null));
    }
  }

  void yes(Id id) {
    reply(id, new Result.Flag(true));
  }

  void refuse(Id id, Refusal refusal, String message) {
    refuse(id, refusal.code(), message);
  }

  void refuse(Id id, int code, String message) {
    if (id.asks()) {
      send(new Message.Response(id, new Result.None(), new Fault(code, message)));
    }
  }

  void close(String why) {
    if (!closed) {
      closed = true;
      output.close(why);
    }
  }

  boolean isClosed() {
    return closed;
  }

  ServerOutput output() {
    return output;
  }
}
