package org.gruve.pool;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import org.gruve.stratum.v1.Ending;

/**
 * Where a pool may send us by client.reconnect, for the next connection only. The session has
 * judged the name. Security stays as configured: TLS stays TLS, with the name of the new host
 * verified. To our own network it leads only where the configured pool is there, too.
 */
final class Redirection {
  private final PoolAccount account;
  private final Names names;
  private final Redirects redirects = new Redirects();
  private boolean homeIsInner;

  Redirection(PoolAccount account, Names names) {
    this.account = account;
    this.names = names;
    this.homeIsInner = InnerHosts.isInner(account.url().host());
  }

  /** A connection stands. Through a proxy its address says nothing of the pool. */
  void arrived(Channel channel) {
    if (account.way().proxy().isEmpty()
        && channel.remoteAddress() instanceof InetSocketAddress address
        && address.getAddress() != null) {
      homeIsInner = InnerHosts.isInner(address.getAddress());
    }
  }

  /** Whether one more may be followed now; if so, it counts. */
  boolean mayFollow(Ending.Reconnect request, long now) {
    boolean allowed = isHome(request) || homeIsInner || !InnerHosts.isInner(request.host());
    return allowed && redirects.mayFollow(now);
  }

  PoolUrl url(Ending.Reconnect request) {
    PoolUrl home = account.url();
    return new PoolUrl(
        request.host().isEmpty() ? home.host() : request.host(),
        request.port() == 0 ? home.port() : request.port(),
        home.secure());
  }

  /** How to look up the new host; what a proxy looks up itself leaves only the proxy to find. */
  Names names(Ending.Reconnect request) {
    boolean theProxys = account.way().proxy().isPresent();
    return theProxys || isHome(request) || homeIsInner ? names : InnerHosts.without(names);
  }

  private boolean isHome(Ending.Reconnect request) {
    return request.host().isEmpty() || request.host().equals(account.url().host());
  }
}
