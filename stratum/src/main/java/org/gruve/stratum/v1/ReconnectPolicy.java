package org.gruve.stratum.v1;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gruve.stratum.PoolText;

/**
 * Which client.reconnect is followed (docs/stratum-v1.md, 8): only to the configured host and those
 * that the user allows, on whatever port. How often, is for whoever makes the sessions of a pool to
 * judge.
 *
 * @param host the configured host
 * @param others more that are allowed; one that begins with a dot stands for all below it
 */
record ReconnectPolicy(String host, List<String> others) {
  private static final int MAX_WAIT = 300;

  /** What a suffix may stand behind: no sign that would read as anything but a name. */
  private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]{0,252})");

  /** The answer to a client.reconnect. */
  sealed interface Judgement {
    /** Not followed; the sentence says why. */
    record Stay(String why) implements Judgement {}

    /** The connection is to be closed. */
    record Leave(Ending ending) implements Judgement {}
  }

  Judgement judge(Message.Reconnect asked) {
    String shown = PoolText.clean(asked.host(), 80);
    boolean home = asked.host().isEmpty() || plain(asked.host()).equals(plain(host));
    if (!home && others.stream().noneMatch(one -> allows(one, plain(asked.host())))) {
      return new Judgement.Stay(
          "The pool asked us to go to " + shown + ", which is not the configured host; not done.");
    }
    if (asked.port() < 0 || asked.port() > 65535) {
      return new Judgement.Stay(
          "The pool asked us to go to port " + asked.port() + ", which is none; not done.");
    }
    int wait = Math.clamp(asked.waitSeconds(), 0, MAX_WAIT);
    String where = asked.host().isEmpty() ? "" : home ? host : plain(asked.host());
    return new Judgement.Leave(
        new Ending.Reconnect("The pool asked us to reconnect.", where, asked.port(), wait));
  }

  private static boolean allows(String allowed, String host) {
    String lower = allowed.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        ? host.endsWith(lower) && HOST.matcher(host).matches()
        : plain(lower).equals(host);
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    boolean bracketed = lower.startsWith("[") && lower.endsWith("]");
    String bare = bracketed ? lower.substring(1, lower.length() - 1) : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
