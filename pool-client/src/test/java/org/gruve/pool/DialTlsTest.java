package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DialTlsTest {
  private final TestCertificates certificates;
  private final Path folder;

  DialTlsTest(@TempDir Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.certificates = new TestCertificates(folder);
  }

  private LoneServer server(String alias, LoneServer.Deed deed)
      throws IOException, GeneralSecurityException {
    return LoneServer.of(
        certificates.server(alias, alias.equals("ca")).getServerSocketFactory(), deed);
  }

  /** Speaks first, and in one record with the end of the handshake if it can. */
  private static void greet(Socket socket) throws IOException {
    socket.getOutputStream().write("hello\nthere\n".getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    while (socket.getInputStream().read() >= 0) {
      // What is said does not matter.
    }
  }

  private Way authority(String... pins) throws IOException, GeneralSecurityException {
    return trusting(Optional.of(certificates.authority()), pins);
  }

  private static Way trusting(Optional<Path> authorities, String... pins) {
    return new Way(Optional.empty(), new Trust(authorities, List.of(pins)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void losesNothingThatIsSaidWithTheHandshake(String version) throws Exception {
    LoneServer.Deed deed = DialTlsTest::greet;
    try (LoneServer server =
        LoneServer.of(new VersionedSockets(certificates.server("good", false), version), deed)) {
      Endpoint to = new Endpoint("localhost", server.port(), true);
      try (Dialled dialled = Dialled.to(to, authority())) {
        assertThat(dialled.next("passed TLS"))
            .contains(version, "certificate for localhost, pool.test, 127.0.0.1 until 20")
            .contains(certificates.pin("good"));
        assertThat(dialled.next("connected"))
            .isEqualTo("connected 127.0.0.1:" + server.port() + ", " + version);
        assertThat(dialled.next()).isEqualTo("line hello");
        assertThat(dialled.next()).isEqualTo("line there");
      }
    }
  }

  @Test
  void readsNothingBeforeItIsToldTo() throws Exception {
    try (LoneServer server = server("good", DialTlsTest::greet);
        Dialled dialled =
            Dialled.to(new Endpoint("localhost", server.port(), true), authority(), false)) {
      assertThat(dialled.next("connected")).contains("TLSv1.3");
      dialled.system.eventLoop().submit(() -> {}).syncUninterruptibly();
      assertThat(dialled.nothingMore()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "expired; localhost; the certificate of localhost:PORT expired on 2020-01-31; PIN",
        "other; localhost; is for other.test, b.test, not for localhost; PIN",
        "good; stranger.test; is for localhost, pool.test, 127.0.0.1, not for stranger.test; PIN"
      })
  void saysWhatIsWrongWithACertificate(String alias, String host, String words, String pin)
      throws Exception {
    try (LoneServer server = server(alias, DialTlsTest::greet);
        Dialled dialled = Dialled.to(new Endpoint(host, server.port(), true), authority())) {
      assertThat(dialled.next("failed"))
          .contains(words.replace("PORT", String.valueOf(server.port())))
          .contains("--tls-pin " + certificates.pin(alias));
    }
  }

  @Test
  void trustsNoAuthorityThatTheSystemDoesNotKnow() throws Exception {
    try (LoneServer server = server("good", DialTlsTest::greet);
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), Way.DIRECT)) {
      assertThat(dialled.next("failed"))
          .contains("is signed by an authority that is not trusted here", "--tls-ca")
          .contains("--tls-pin " + certificates.pin("good"));
    }
  }

  @Test
  void saysThatACertificateIsSignedByItself() throws Exception {
    try (LoneServer server =
            LoneServer.of(
                certificates.server("ca", true).getServerSocketFactory(), DialTlsTest::greet);
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), Way.DIRECT)) {
      assertThat(dialled.next("failed")).contains("is signed by itself", certificates.pin("ca"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "other", "expired", "ca"})
  void takesAPinnedKeyWithoutAnyAuthority(String alias) throws Exception {
    Way pinned = trusting(Optional.empty(), certificates.pin("ca"), certificates.pin(alias));
    try (LoneServer server = server(alias, DialTlsTest::greet);
        Dialled dialled = Dialled.to(new Endpoint("any.test", server.port(), true), pinned)) {
      assertThat(dialled.next("connected")).contains("TLSv1.3");
      assertThat(dialled.next()).isEqualTo("line hello");
    }
  }

  @Test
  void refusesAnotherKeyThanThePinned() throws Exception {
    for (Way way :
        List.of(
            trusting(Optional.empty(), certificates.pin("other")),
            authority(certificates.pin("other")))) {
      try (LoneServer server = server("good", DialTlsTest::greet);
          Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), way)) {
        assertThat(dialled.next("failed"))
            .contains("the key of localhost:" + server.port() + " is " + certificates.pin("good"))
            .contains("not the pinned one");
      }
    }
  }

  @Test
  void wantsBothPinAndAuthorityWhereBothAreNamed() throws Exception {
    try (LoneServer server = server("other", DialTlsTest::greet);
        Dialled dialled =
            Dialled.to(
                new Endpoint("localhost", server.port(), true),
                authority(certificates.pin("other")))) {
      assertThat(dialled.next("failed")).contains("not for localhost");
    }
  }

  @Test
  void neverSpeaksInTheClearWhereTlsIsAskedFor() throws Exception {
    BlockingQueue<Integer> first = new LinkedBlockingQueue<>();
    LoneServer.Deed stratum =
        socket -> {
          first.add(socket.getInputStream().read());
          greet(socket);
        };
    try (LoneServer server = LoneServer.plain(stratum);
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), authority())) {
      assertThat(dialled.next("failed")).contains("does not speak TLS");
      // A TLS record of a handshake (RFC 8446, 5.1).
      assertThat(first.take()).isEqualTo(22);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void doesNotListenToWhoSpeaksBeforeTls() throws Exception {
    try (LoneServer server = LoneServer.plain(DialTlsTest::greet);
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), authority())) {
      assertThat(dialled.next("failed")).contains("does not speak TLS");
    }
  }

  @Test
  void saysThatTheHandshakeWasCutShort() throws Exception {
    try (LoneServer server = LoneServer.plain(socket -> socket.getInputStream().read());
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), authority())) {
      assertThat(dialled.next("failed")).contains("TLS handshake");
    }
  }

  @Test
  void givesUpAHandshakeThatStalls() throws Exception {
    BlockingQueue<Integer> first = new LinkedBlockingQueue<>();
    LoneServer.Deed silent =
        socket -> {
          while (true) {
            int next = socket.getInputStream().read();
            first.add(next);
            if (next < 0) {
              return;
            }
          }
        };
    try (LoneServer server = LoneServer.plain(silent);
        Dialled dialled = Dialled.to(new Endpoint("localhost", server.port(), true), authority())) {
      first.take();
      dialled.advance(Dial.DEADLINE);
      assertThat(dialled.next("failed")).contains("did not finish the TLS handshake within 10 s");
    }
  }

  @Test
  void saysWhatIsWrongWithAFileOfAuthorities() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    Path rubbish =
        Files.writeString(
            folder.resolve("rubbish.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (Path file : List.of(empty, rubbish, folder.resolve("none.pem"), folder)) {
      Trust trust = new Trust(Optional.of(file), List.of());
      assertThatThrownBy(trust::check)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the file of authorities " + file + " ")
          .message()
          .doesNotContain("\n");
    }
    new Trust(Optional.of(certificates.authority()), List.of()).check();
  }

  @Test
  void failsInWordsWhereTheFileIsGoneMeanwhile() throws Exception {
    Path gone = folder.resolve("gone.pem");
    try (LoneServer server = server("good", DialTlsTest::greet);
        Dialled dialled =
            Dialled.to(
                new Endpoint("localhost", server.port(), true), trusting(Optional.of(gone)))) {
      assertThat(dialled.next("failed")).contains("gone.pem is not there");
    }
  }

  @Test
  void takesNoPinThatCouldMatchNoKey() throws Exception {
    String bare = certificates.pin("good").substring("sha256/".length());
    assertThatThrownBy(() -> new Trust(Optional.empty(), List.of(bare)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
