package org.gruve.stratum.v1;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.gruve.stratum.PoolText;

/**
 * Which client.reconnect is followed (facts: protocols 1.8): only to the configured host, on
 * whatever port, three times in ten minutes. Kept by whoever makes the sessions of one pool, since
 * it counts across them. Confined to one thread.
 */
public final class ReconnectPolicy {
  private static final long WINDOW = 600_000_000_000L;
  private static final int MAX_IN_WINDOW = 3;
  private static final int MAX_WAIT = 300;

  private final String host;
  private final int port;
  private final Deque<Long> followed = new ArrayDeque<>();

  /** For a pool that the user configured; an empty host stands for one that is not known here. */
  public ReconnectPolicy(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** What to do about a request. Where it is followed, it counts. */
  Judgement judge(Message.Reconnect asked, long now) {
    if (!asked.host().isEmpty() && !same(asked.host(), host)) {
      return new Judgement.Stay(
          "The pool asked to reconnect to "
              + PoolText.clean(asked.host(), 80)
              + ", which is not the configured host; not followed.");
    }
    if (asked.port() < 0 || asked.port() > 65535) {
      return new Judgement.Stay(
          "The pool asked to reconnect to port " + asked.port() + "; not followed.");
    }
    while (!followed.isEmpty() && now - followed.peekFirst() > WINDOW) {
      followed.removeFirst();
    }
    if (followed.size() >= MAX_IN_WINDOW) {
      return new Judgement.Leave(
          new Ending.Retry(
              "The pool asked to reconnect more than 3 times in 10 minutes; back to the"
                  + " configured address."));
    }
    followed.addLast(now);
    return new Judgement.Leave(ending(asked));
  }

  private Ending ending(Message.Reconnect asked) {
    int wait = Math.clamp(asked.waitSeconds(), 0, MAX_WAIT);
    int where = asked.port() == 0 ? port : asked.port();
    return new Ending.Reconnect("The pool asked to reconnect.", host, where, wait);
  }

  private static boolean same(String a, String b) {
    return plain(a).equals(plain(b));
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String bare =
        lower.startsWith("[") && lower.endsWith("]")
            ? lower.substring(1, lower.length() - 1)
            : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** The answer to a client.reconnect. */
  sealed interface Judgement {
    /** Not followed; the sentence says why. */
    record Stay(String why) implements Judgement {}

    /** The connection is to be closed. */
    record Leave(Ending ending) implements Judgement {}
  }
}
