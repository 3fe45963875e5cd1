package org.gruve.pool;

import io.netty.handler.ssl.NotSslRecordException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import org.gruve.stratum.PoolText;

/** Why TLS does not come about, in one sentence for the user. */
final class TlsFaults {
  private static final int LONGEST = 160;
  private static final int DEEPEST = 16;

  private TlsFaults() {}

  /** The sentence for an exception in the handshake. */
  static String sentence(Throwable fault, Endpoint to) {
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      switch (cause) {
        case TlsFault known -> {
          return String.valueOf(known.getMessage());
        }
        case IllegalArgumentException told -> {
          return String.valueOf(told.getMessage());
        }
        case NotSslRecordException _ -> {
          return to.hostPort()
              + " does not speak TLS; take the port for TLS, or write stratum+tcp:// (for a node"
              + " http://) where everybody on the way may read and change what is said";
        }
        default -> cause = cause.getCause();
      }
    }
    return network(fault, to);
  }

  private static String network(Throwable fault, Endpoint to) {
    return switch (fault) {
      case SocketTimeoutException _ ->
          to.hostPort()
              + " did not finish the TLS handshake within "
              + Dial.DEADLINE.toSeconds()
              + " s; is it a port for TLS?";
      case ClosedChannelException _ ->
          to.hostPort() + " closed the connection in the TLS handshake; is it a port for TLS?";
      default ->
          "the TLS handshake with "
              + to.hostPort()
              + " failed: "
              + PoolText.clean(String.valueOf(fault.getMessage()), LONGEST);
    };
  }
}
