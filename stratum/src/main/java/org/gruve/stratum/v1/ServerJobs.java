package org.gruve.stratum.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;

/** The jobs whose shares are taken, and the shares that came for them. */
final class ServerJobs {
  private static final int MAX_JOBS = 32;

  /** All shares of the jobs that are alive; one pool share a second for hours. */
  static final int MAX_SHARES = 4_096;

  /** A job as it was sent, bound to what was in force. */
  record Sent(ServerJob job, Extranonce extranonce, Target target, long at) {}

  /** What tells one share from another; the extranonce1 too, since it may change. */
  record Seen(String job, Bytes extranonce1, Bytes extranonce2, int version, int time, int nonce) {}

  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Recent<Seen> seen = new Recent<>(MAX_SHARES);

  void add(Sent job) {
    if (job.job().clean()) {
      sent.clear();
      seen.clear();
    }
    sent.remove(job.job().id());
    sent.put(job.job().id(), job);
    if (sent.size() > MAX_JOBS) {
      sent.remove(sent.keySet().iterator().next());
    }
  }

  @Nullable Sent find(JobId id) {
    return sent.get(id.text());
  }

  /** Whether there is room to tell a new share from an old one. */
  boolean isFull() {
    return seen.size() >= MAX_SHARES;
  }

  /** False for a duplicate. */
  boolean first(Seen share) {
    return seen.add(share);
  }
}
