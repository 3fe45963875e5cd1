package org.gruve.pool;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Hosts that only our own machine or network can reach. A pool out on the internet has no business
 * in sending us to one: it would use us to knock at doors that it cannot reach itself.
 */
final class InnerHosts {
  private InnerHosts() {}

  /** Whether an address is a loopback, link-local, private or other one of no public host. */
  static boolean isInner(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        // RFC 4193's unique local addresses, and RFC 6598's shared ones.
        || (address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc)
        || (bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64);
  }

  /** Whether a name as it stands, without asking anybody, is that of such a host. */
  static boolean isInner(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
      return isInner(InetAddress.ofLiteral(name));
    }
    return name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local");
  }

  /** The same names without their inner addresses. */
  static Names without(Names names) {
    return host -> {
      InetAddress[] outer =
          Arrays.stream(names.lookup(host))
              .filter(one -> !isInner(one))
              .toArray(InetAddress[]::new);
      if (outer.length == 0) {
        throw new UnknownHostException(host);
      }
      return outer;
    };
  }
}
