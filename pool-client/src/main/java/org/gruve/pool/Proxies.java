package org.gruve.pool;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.gruve.stratum.PoolText;

/** How proxies are spoken to (RFC 1928, RFC 1929, RFC 9110 9.3.6), and what their refusals mean. */
final class Proxies {
  private static final int LONGEST = 100;

  private Proxies() {}

  /** What asks a proxy at this address for a tunnel. */
  static ProxyHandler handler(Proxy proxy, InetSocketAddress at) {
    String[] login = proxy.credentials().orElse("").split(":", 2);
    String password = login.length > 1 ? login[1] : "";
    ProxyHandler handler =
        switch (proxy.kind()) {
          case SOCKS5 -> new Socks5ProxyHandler(at, login[0], password);
          case HTTP ->
              proxy.credentials().isPresent()
                  ? new HttpProxyHandler(at, login[0], password)
                  : new HttpProxyHandler(at);
        };
    // Deadlines are ours, on the injected timers.
    handler.setConnectTimeoutMillis(0);
    return handler;
  }

  /** Where the tunnel is to lead; a name stays a name. */
  static InetSocketAddress destination(Endpoint to) {
    boolean literal =
        NetUtil.isValidIpV4Address(to.host()) || NetUtil.isValidIpV6Address(to.host());
    return literal
        ? new InetSocketAddress(InetAddress.ofLiteral(to.host()), to.port())
        : InetSocketAddress.createUnresolved(to.host(), to.port());
  }

  /** Why there is no tunnel. */
  static String sentence(Throwable fault, Proxy proxy, Endpoint to) {
    String start = "the proxy " + proxy + " ";
    if (fault instanceof SocketTimeoutException) {
      long seconds = Dial.PROXY_DEADLINE.toSeconds();
      return start + "did not get through to " + to.hostPort() + " within " + seconds + " s";
    }
    String text = String.valueOf(fault.getMessage());
    String detail = PoolText.clean(text.substring(text.lastIndexOf(", ") + 1).strip(), LONGEST);
    String end = what(detail.toLowerCase(Locale.ROOT), proxy, to);
    return start + end + " (" + detail + ")";
  }

  private static String what(String detail, Proxy proxy, Endpoint to) {
    if (detail.contains("auth")) {
      return proxy.credentials().isPresent()
          ? "refuses its user and password"
          : "wants a user and a password; give them as "
              + scheme(proxy)
              + "USER:PASSWORD@HOST:PORT";
    }
    if (detail.contains("host_unreachable") || detail.contains("ttl")) {
      return "finds no host " + to.host() + ", or no way to it; check the name";
    }
    if (detail.contains("forbidden") || detail.contains("403")) {
      return "does not allow connections to " + to.hostPort();
    }
    if (detail.contains("connection_refused")) {
      return "says that nothing listens at " + to.hostPort() + "; check the port";
    }
    if (detail.contains("disconnected")) {
      return "closed the connection without a tunnel; is it " + kind(proxy) + "?";
    }
    return "could not connect to " + to.hostPort();
  }

  private static String scheme(Proxy proxy) {
    return proxy.kind() == Proxy.Kind.SOCKS5 ? "socks5://" : "http://";
  }

  private static String kind(Proxy proxy) {
    return proxy.kind() == Proxy.Kind.SOCKS5 ? "a SOCKS5 proxy" : "an HTTP proxy";
  }
}
