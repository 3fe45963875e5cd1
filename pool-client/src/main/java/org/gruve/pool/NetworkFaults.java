package org.gruve.pool;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/** What went wrong on the network, in one sentence for the user. */
final class NetworkFaults {
  private NetworkFaults() {}

  /** The sentence for an exception on the way to a pool. */
  static String sentence(Throwable fault, Endpoint to) {
    String text = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    if (fault instanceof UnknownHostException) {
      return to.host() + ": no such host; check the name and your network connection";
    }
    if (fault instanceof SocketTimeoutException) {
      long seconds = Dial.DEADLINE.toSeconds();
      return to.hostPort() + " did not answer within " + seconds + " s; check host and port";
    }
    if (fault instanceof NoRouteToHostException || text.contains("unreachable")) {
      return "no way to " + to.hostPort() + "; check your network connection";
    }
    if (fault instanceof ConnectException) {
      return "nothing listens at " + to.hostPort() + "; check the port";
    }
    if (text.contains("reset") || text.contains("broken pipe")) {
      return "the pool at " + to.hostPort() + " cut the connection";
    }
    String kind = fault instanceof IOException ? "failed" : "failed unexpectedly";
    return "the connection to " + to.hostPort() + " " + kind + " (" + fault + ")";
  }

  /** The sentence for an orderly end from the other side; a TLS port often ends just so. */
  static String closed(Endpoint to, boolean heardAnything) {
    return "the pool at "
        + to.hostPort()
        + " closed the connection"
        + (heardAnything ? "" : " without a word; is it a Stratum port without TLS?");
  }
}
