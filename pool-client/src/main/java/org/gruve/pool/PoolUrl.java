package org.gruve.pool;

import io.netty.util.NetUtil;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a pool is.
 *
 * @param host a name or an address without brackets
 * @param secure whether TLS is spoken from the first byte
 */
public record PoolUrl(String host, int port, boolean secure) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})");
  private static final String FORM = "stratum+tcp://host:port";

  /** Without TLS. */
  public PoolUrl(String host, int port) {
    this(host, port, false);
  }

  /**
   * Reads {@code stratum+tcp://host:port} (or host:port), and {@code stratum+ssl://host:port} with
   * the other names that this scheme has. IllegalArgumentException with one sentence for the user
   * where it is something else: an unknown or unsupported scheme (each named with what to do
   * instead), no port, a port out of range.
   */
  public static PoolUrl parse(String text) {
    String url = text.strip();
    int scheme = url.indexOf("://");
    boolean secure = scheme >= 0 && isSecure(url.substring(0, scheme).toLowerCase(Locale.ROOT));
    String rest = url.substring(scheme < 0 ? 0 : scheme + 3);
    if (rest.indexOf('@') >= 0) {
      throw refuse(
          "the pool's address holds a user name; give the user with -u and the password with -p");
    }
    return hostAndPort(withoutTail(rest), secure);
  }

  private static boolean isSecure(String scheme) {
    return switch (scheme) {
      case "stratum+tcp" -> false;
      case "stratum+ssl", "stratum+tls", "stratum+tcps", "stratums", "ssl", "tls" -> true;
      case "http", "https" ->
          throw refuse(
              scheme
                  + ":// is the address of a node or a web page, not of a Stratum pool; to mine on"
                  + " a node give it as http://host:8332 with --coinbase-addr, else the pool as "
                  + FORM);
      default -> throw refuse(otherScheme(scheme));
    };
  }

  private static String otherScheme(String scheme) {
    if (scheme.startsWith("stratum2") || scheme.startsWith("sv2")) {
      return "Stratum V2 is not supported yet; use the pool's Stratum V1 address, as " + FORM;
    }
    return "unknown scheme \"" + scheme + "://\" in the pool's address; write it as " + FORM;
  }

  /** Cuts a slash and the mark {@code #xnsub}: extranonce changes are always asked for anyway. */
  private static String withoutTail(String rest) {
    String plain = rest.endsWith("#xnsub") ? rest.substring(0, rest.length() - 6) : rest;
    String bare = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    for (int i = 0; i < bare.length(); i++) {
      if ("/?#".indexOf(bare.charAt(i)) >= 0) {
        throw refuse(
            "the pool's address goes on with \""
                + bare.substring(i)
                + "\" after the port; a Stratum address has no path: write it as "
                + FORM);
      }
    }
    return bare;
  }

  private static PoolUrl hostAndPort(String text, boolean secure) {
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    if (!bracketed && colon >= 0 && text.indexOf(':') != colon) {
      throw refuse(
          "\"" + text + "\" has several colons; write an IPv6 address in brackets, as [::1]:3333");
    }
    boolean noPort = bracketed ? !text.contains("]:") : colon < 0;
    String host = noPort ? text : text.substring(0, colon);
    requireHost(host);
    if (noPort) {
      throw refuse("no port in \"" + text + "\"; add the one that the pool names, as " + FORM);
    }
    return new PoolUrl(
        bracketed ? host.substring(1, host.length() - 1) : host,
        port(text.substring(colon + 1)),
        secure);
  }

  private static void requireHost(String host) {
    if (host.isEmpty()) {
      throw refuse("no host in the pool's address; write it as " + FORM);
    }
    if (host.startsWith("[")) {
      String inside = host.substring(1, Math.max(1, host.length() - 1));
      if (!host.endsWith("]") || !NetUtil.isValidIpV6Address(inside)) {
        throw refuse("\"" + host + "\" is no IPv6 address in brackets, such as [::1]");
      }
    } else if (!HOST.matcher(host).matches()) {
      throw refuse("\"" + host + "\" is no host name; letters, digits, dots and dashes make one");
    }
  }

  private static int port(String digits) {
    if (!digits.matches("[0-9]{1,5}")
        || Integer.parseInt(digits) < 1
        || Integer.parseInt(digits) > 65535) {
      throw refuse("\"" + digits + "\" is no port; a port is a number from 1 to 65535");
    }
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException refuse(String sentence) {
    return new IllegalArgumentException(sentence);
  }

  /** Where to connect to. */
  public Endpoint endpoint() {
    return new Endpoint(host, port, secure);
  }

  /** {@code host:port}, with brackets around an IPv6 address. */
  public String hostPort() {
    return endpoint().hostPort();
  }

  @Override
  public String toString() {
    return (secure ? "stratum+ssl://" : "stratum+tcp://") + hostPort();
  }
}
