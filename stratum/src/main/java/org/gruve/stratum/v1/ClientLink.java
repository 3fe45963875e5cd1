package org.gruve.stratum.v1;

import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.PoolText;

/** The client session's way out: hands out ids, and goes silent once it has asked to close. */
final class ClientLink {
  private final ClientOutput output;
  private final TokenBucket oddities = new TokenBucket(0.5, 10);
  private long lastId;
  private boolean closed;

  ClientLink(ClientOutput output) {
    this.output = output;
  }

  Id nextId() {
    return Id.of(++lastId);
  }

  void send(Message message) {
    if (!closed) {
      output.send(message);
    }
  }

  void job(Job job) {
    if (!closed) {
      output.job(job);
    }
  }

  /** Results are told also after the end: each share ends exactly once. */
  void result(ShareResult result) {
    output.result(result);
  }

  void tell(SessionNotice notice) {
    if (!closed) {
      output.tell(notice);
    }
  }

  /** Tells an oddity, unless there are too many of them. */
  void oddity(String text, long now) {
    if (oddities.take(now)) {
      tell(new SessionNotice.Oddity(PoolText.clean(text)));
    }
  }

  void close(Ending why) {
    if (!closed) {
      closed = true;
      output.close(why);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** The connection is gone: nothing more is to be asked of it. */
  void lost() {
    closed = true;
  }
}
