package org.gruve.pool;

/** Where a pool is. */
public record PoolUrl(String host, int port) {

  /**
   * Reads {@code stratum+tcp://host:port} (or host:port). IllegalArgumentException with one
   * sentence for the user where it is something else: an unknown or unsupported scheme (each named
   * with what to do instead), no port, a port out of range.
   */
  public static PoolUrl parse(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "stratum+tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
