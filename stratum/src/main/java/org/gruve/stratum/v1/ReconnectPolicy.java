package org.gruve.stratum.v1;

import java.util.Locale;
import org.gruve.stratum.PoolText;

/**
 * Which client.reconnect is followed (docs/stratum-v1.md, 8): only to the configured host, on
 * whatever port. How often, is for whoever makes the sessions of a pool to judge.
 *
 * @param host the configured host
 */
record ReconnectPolicy(String host) {
  private static final int MAX_WAIT = 300;

  /** The answer to a client.reconnect. */
  sealed interface Judgement {
    /** Not followed; the sentence says why. */
    record Stay(String why) implements Judgement {}

    /** The connection is to be closed. */
    record Leave(Ending ending) implements Judgement {}
  }

  Judgement judge(Message.Reconnect asked) {
    String shown = PoolText.clean(asked.host(), 80);
    if (!asked.host().isEmpty() && !plain(asked.host()).equals(plain(host))) {
      return new Judgement.Stay(
          "The pool asked us to go to " + shown + ", which is not the configured host; not done.");
    }
    if (asked.port() < 0 || asked.port() > 65535) {
      return new Judgement.Stay(
          "The pool asked us to go to port " + asked.port() + ", which is none; not done.");
    }
    int wait = Math.clamp(asked.waitSeconds(), 0, MAX_WAIT);
    String where = asked.host().isEmpty() ? "" : host;
    return new Judgement.Leave(
        new Ending.Reconnect("The pool asked us to reconnect.", where, asked.port(), wait));
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    boolean bracketed = lower.startsWith("[") && lower.endsWith("]");
    String bare = bracketed ? lower.substring(1, lower.length() - 1) : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
