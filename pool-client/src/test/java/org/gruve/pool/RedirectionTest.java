package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.gruve.stratum.v1.Ending;
import org.junit.jupiter.api.Test;

final class RedirectionTest {
  private static final Names LOOPBACK =
      host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
  private static final Ending.Reconnect ELSEWHERE =
      new Ending.Reconnect("asked", "b.pool.example", 0, 0);

  @Test
  void findsAProxyOnThisMachineOnTheWayToAnotherHost() throws UnknownHostException {
    Proxy tor = new Proxy(Proxy.Kind.SOCKS5, "localhost", 9050, Optional.empty());
    Redirection redirection = through(new Way(Optional.of(tor), Trust.SYSTEM));
    assertThat(redirection.names(ELSEWHERE).lookup(tor.host())).hasSize(1);
  }

  @Test
  void findsNoInnerHostWithoutAProxy() {
    Names names = through(Way.DIRECT).names(ELSEWHERE);
    assertThatThrownBy(() -> names.lookup("b.pool.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  private static Redirection through(Way way) {
    PoolUrl home = new PoolUrl("a.pool.example", 3333, true);
    return new Redirection(new PoolAccount(home, "me", "x", way, 1), LOOPBACK);
  }
}
