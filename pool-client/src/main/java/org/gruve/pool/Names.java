package org.gruve.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. It may block, so it is never asked on the event loop. */
@FunctionalInterface
interface Names {
  /** At least one address, in the order in which to try them. */
  InetAddress[] lookup(String host) throws UnknownHostException;
}
