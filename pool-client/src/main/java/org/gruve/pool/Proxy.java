package org.gruve.pool;

import java.util.Optional;

/**
 * A proxy; the names of hosts are left to it to look up.
 *
 * @param credentials {@code user:password}, or nothing
 */
public record Proxy(Kind kind, String host, int port, Optional<String> credentials) {
  /** What it speaks. */
  public enum Kind {
    /** SOCKS version 5, as Tor. */
    SOCKS5,
    /** HTTP CONNECT. */
    HTTP
  }

  /** Without what nobody but the proxy may read. */
  @Override
  public String toString() {
    return (kind == Kind.SOCKS5 ? "socks5://" : "http://") + host + ":" + port;
  }
}
