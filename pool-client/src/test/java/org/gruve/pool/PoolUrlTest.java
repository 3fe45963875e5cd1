package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolUrlTest {
  @ParameterizedTest
  @CsvSource({
    "stratum+tcp://pool.example:3333, pool.example, 3333",
    "STRATUM+TCP://Pool.Example:3333, Pool.Example, 3333",
    "pool.example:1, pool.example, 1",
    "127.0.0.1:65535, 127.0.0.1, 65535",
    "stratum+tcp://[::1]:3333, ::1, 3333",
    "[2001:db8::7]:3333, 2001:db8::7, 3333",
    "stratum+tcp://pool.example:3333/, pool.example, 3333",
    "stratum+tcp://pool.example:3333#xnsub, pool.example, 3333",
    "stratum+tcp://pool.example:3333/#xnsub, pool.example, 3333",
    "'  my_pool-1:3333 ', my_pool-1, 3333",
  })
  void readsHostAndPort(String text, String host, int port) {
    assertThat(PoolUrl.parse(text)).isEqualTo(new PoolUrl(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stratum+ssl", "stratum+tls", "Stratum+TCPS", "stratums", "ssl", "tls"})
  void readsEveryNameOfTls(String scheme) {
    PoolUrl url = PoolUrl.parse(scheme + "://pool.example:443#xnsub");
    assertThat(url).isEqualTo(new PoolUrl("pool.example", 443, true));
    assertThat(url.endpoint()).isEqualTo(new Endpoint("pool.example", 443, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stratum+tcp://pool.example:3333",
        "stratum+tcp://[::1]:3333",
        "stratum+ssl://pool.example:443"
      })
  void printsWhatItReads(String text) {
    assertThat(PoolUrl.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "stratum2+tcp://pool.example:3336/KEY, Stratum V2 is not supported yet",
    "sv2://pool.example:3336, Stratum V2 is not supported yet",
    "http://pool.example:80, --coinbase-addr",
    "https://pool.example, --coinbase-addr",
    "ftp://pool.example:21, 'unknown scheme \"ftp://\"'",
    "pool.example, no port",
    "stratum+tcp://pool.example, no port",
    "[::1], no port",
    "pool.example:, is no port",
    "pool.example:0, is no port",
    "pool.example:65536, is no port",
    "pool.example:99999999999, is no port",
    "pool.example:33x, is no port",
    "pool.example:-1, is no port",
    ":3333, no host",
    "stratum+tcp://:3333, no host",
    "'', no host",
    "::1:3333, in brackets",
    "[pool]:3333, is no IPv6 address",
    "[]:3333, is no IPv6 address",
    "po ol:3333, is no host name",
    "pool.example:3333/worker, has no path",
    "pool.example:3333#tls, has no path",
    "pool.example:3333?a=b, has no path",
  })
  void refusesWithOneSentence(String text, String part) {
    assertThatThrownBy(() -> PoolUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void neverRepeatsAPassword() {
    assertThatThrownBy(() -> PoolUrl.parse("stratum+tcp://me:secret@pool.example:3333"))
        .hasMessageContaining("-u")
        .message()
        .doesNotContain("secret");
  }
}
