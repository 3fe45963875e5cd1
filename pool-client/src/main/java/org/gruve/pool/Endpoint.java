package org.gruve.pool;

/**
 * Where to connect to.
 *
 * @param host a name or an address without brackets
 * @param secure whether TLS is spoken from the first byte
 */
public record Endpoint(String host, int port, boolean secure) {
  /** {@code host:port}, with brackets around an IPv6 address. */
  public String hostPort() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
