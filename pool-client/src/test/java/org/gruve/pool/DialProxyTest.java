package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DialProxyTest {
  @TempDir private Path folder;

  private static Way through(Proxy.Kind kind, int port, @Nullable String login) {
    return new Way(
        Optional.of(new Proxy(kind, "proxy.test", port, Optional.ofNullable(login))), Trust.SYSTEM);
  }

  private static void greet(Socket socket) throws IOException {
    socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
    while (socket.getInputStream().read() >= 0) {
      // What is said does not matter.
    }
  }

  @ParameterizedTest
  @EnumSource(Proxy.Kind.class)
  void leavesTheNameToTheProxy(Proxy.Kind kind) throws Exception {
    try (LoneServer server = LoneServer.plain(DialProxyTest::greet);
        TestProxy proxy = TestProxy.of(kind, "me:pass:word");
        Dialled dialled =
            Dialled.to(
                new Endpoint("hidden.onion", server.port(), false),
                through(kind, proxy.port(), "me:pass:word"))) {
      String connected = dialled.next("connected");
      assertThat(connected).startsWith("connected hidden.onion:" + server.port() + ", through ");
      assertThat(connected).contains("proxy.test:" + proxy.port()).doesNotContain("pass");
      assertThat(dialled.next()).isEqualTo("line hello");
      assertThat(proxy.asked.take())
          .isEqualTo(
              (kind == Proxy.Kind.SOCKS5 ? "name hidden.onion " : "CONNECT hidden.onion:")
                  + server.port());
      assertThat(dialled.asked).containsExactly("proxy.test");
    }
  }

  @Test
  void givesAnAddressAsAnAddress() throws Exception {
    try (LoneServer server = LoneServer.plain(DialProxyTest::greet);
        TestProxy proxy = TestProxy.of(Proxy.Kind.SOCKS5);
        Dialled dialled =
            Dialled.to(
                new Endpoint("192.0.2.1", server.port(), false),
                through(Proxy.Kind.SOCKS5, proxy.port(), null))) {
      dialled.next("connected");
      assertThat(proxy.asked.take()).startsWith("address 192.0.2.1 ");
    }
  }

  @Test
  void losesNothingThatCameWithTheReplyOfTheProxy() throws Exception {
    try (LoneServer server = LoneServer.plain(DialProxyTest::greet);
        TestProxy proxy = TestProxy.of(Proxy.Kind.SOCKS5).withFirst(6);
        Dialled dialled =
            Dialled.to(
                new Endpoint("pool.test", server.port(), false),
                through(Proxy.Kind.SOCKS5, proxy.port(), null))) {
      dialled.next("connected");
      assertThat(dialled.next()).isEqualTo("line hello");
    }
  }

  @Test
  void doesNotTakeForSecureWhatCameBeforeTls() throws Exception {
    try (LoneServer server = LoneServer.plain(DialProxyTest::greet);
        TestProxy proxy = TestProxy.of(Proxy.Kind.SOCKS5).withFirst(6);
        Dialled dialled =
            Dialled.to(
                new Endpoint("pool.test", server.port(), true),
                through(Proxy.Kind.SOCKS5, proxy.port(), null))) {
      assertThat(dialled.next("failed")).contains("does not wait for TLS to begin");
    }
  }

  @ParameterizedTest
  @EnumSource(Proxy.Kind.class)
  void speaksTlsWithTheHostThroughTheProxy(Proxy.Kind kind) throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    LoneServer.Deed deed = DialProxyTest::greet;
    try (LoneServer server =
            LoneServer.of(certificates.server("good", false).getServerSocketFactory(), deed);
        TestProxy proxy = TestProxy.of(kind)) {
      Way way =
          new Way(
              through(kind, proxy.port(), null).proxy(),
              new Trust(Optional.of(certificates.authority()), List.of()));
      try (Dialled good = Dialled.to(new Endpoint("pool.test", server.port(), true), way);
          Dialled wrong = Dialled.to(new Endpoint("evil.test", server.port(), true), way)) {
        assertThat(good.next("connected")).contains(", TLSv1.3, through ");
        assertThat(good.next()).isEqualTo("line hello");
        assertThat(wrong.next("failed")).contains("not for evil.test");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SOCKS5; 4; finds no host pool.test, or no way to it",
        "SOCKS5; 5; says that nothing listens at pool.test:3333",
        "SOCKS5; 2; does not allow connections to pool.test:3333",
        "SOCKS5; 1; could not connect to pool.test:3333",
        "HTTP; 403; does not allow connections to pool.test:3333",
        "HTTP; 502; could not connect to pool.test:3333"
      })
  void saysWhyTheProxyRefuses(Proxy.Kind kind, int code, String words) throws Exception {
    try (TestProxy proxy = TestProxy.of(kind).refusing(code);
        Dialled dialled =
            Dialled.to(new Endpoint("pool.test", 3333, false), through(kind, proxy.port(), null))) {
      assertThat(dialled.next("failed")).contains("the proxy ", words).doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Proxy.Kind.class)
  void saysThatTheProxyWantsAnotherLogin(Proxy.Kind kind) throws Exception {
    try (TestProxy proxy = TestProxy.of(kind, "me:right");
        Dialled none =
            Dialled.to(new Endpoint("pool.test", 1, false), through(kind, proxy.port(), null));
        Dialled wrong =
            Dialled.to(
                new Endpoint("pool.test", 1, false), through(kind, proxy.port(), "me:wrong"))) {
      assertThat(none.next("failed")).contains("wants a user and a password");
      assertThat(wrong.next("failed"))
          .contains("refuses its user and password")
          .doesNotContain("wrong");
    }
  }

  @Test
  void saysThatTheProxyCannotBeReached() throws Exception {
    int closed = ScriptedPool.closedPort().port();
    try (Dialled dialled =
        Dialled.to(new Endpoint("pool.test", 1, true), through(Proxy.Kind.SOCKS5, closed, null))) {
      assertThat(dialled.next("failed"))
          .contains("the proxy cannot be reached: nothing listens at proxy.test:" + closed);
    }
  }

  @Test
  void givesUpAProxyThatStalls() throws Exception {
    java.util.concurrent.CountDownLatch heard = new java.util.concurrent.CountDownLatch(1);
    LoneServer.Deed silent =
        socket -> {
          heard.countDown();
          greetNever(socket);
        };
    try (LoneServer proxy = LoneServer.plain(silent);
        Dialled dialled =
            Dialled.to(
                new Endpoint("pool.test", 1, false),
                through(Proxy.Kind.SOCKS5, proxy.port(), null))) {
      dialled.next("passed CONNECT");
      heard.await();
      dialled.advance(Dial.PROXY_DEADLINE);
      assertThat(dialled.next("failed")).contains("did not get through to pool.test:1 within 60 s");
    }
  }

  @Test
  void saysThatTheOtherSideIsNoProxy() throws Exception {
    try (LoneServer web =
            LoneServer.plain(
                socket ->
                    socket
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        Dialled dialled =
            Dialled.to(
                new Endpoint("pool.test", 1, false),
                through(Proxy.Kind.SOCKS5, web.port(), null))) {
      assertThat(dialled.next("failed")).contains("the proxy socks5://proxy.test");
    }
  }

  private static void greetNever(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Nothing is answered.
    }
  }
}
