package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gruve.stratum.v1.SessionNotice;
import org.junit.jupiter.api.Test;

/** Before the first job: what is no pool, or lets nobody in. */
final class PoolClientHandshakeTest {
  private static final byte[] TLS_ALERT = {0x15, 3, 1, 0, 2, 2, 80};
  private static final byte[] WEB_PAGE =
      "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nConnection: close\r\n\r\n<html></html>\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void endsAtOnceWhenAWebServerAnswers() throws IOException {
    assertThat(givesUpAtOnce(peer -> answer(peer, WEB_PAGE))).contains("web server");
  }

  @Test
  void endsAtOnceWhenAnswersAreTls() throws IOException {
    assertThat(givesUpAtOnce(peer -> answer(peer, TLS_ALERT))).contains("TLS");
  }

  @Test
  void endsAtOnceWhenTheLoginIsRefused() throws IOException {
    assertThat(
            givesUpAtOnce(
                peer -> {
                  peer.subscribe("00000001");
                  peer.refuse(peer.expect("mining.authorize"), 24, "wrong password");
                  peer.listen();
                }))
        .contains("wrong password");
  }

  private static void answer(ScriptedPeer peer, byte[] bytes) throws IOException {
    peer.request();
    peer.raw(bytes);
  }

  private static String givesUpAtOnce(ScriptedPool.Script script) throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(script);
        Rig rig = Rig.started(-1, pool.account("me"))) {
      String reason = rig.events.await(PoolEvent.GaveUp.class).reason();
      assertThat(pool.connections()).isEqualTo(1);
      assertThat(reason).contains(pool.url().hostPort()).doesNotContain("\n");
      return reason;
    }
  }

  @Test
  void triesTheNextAccountAtOnceWhenTheFirstIsNoPool() throws IOException {
    try (ScriptedPool web = ScriptedPool.playing(peer -> answer(peer, WEB_PAGE));
        ScriptedPool pool = ScriptedPool.playing(PoolClientHandshakeTest::serve);
        Rig rig = Rig.started(5, web.account("me"), pool.account("me too"))) {
      rig.events.await(PoolEvent.Lost.class);
      assertThat(rig.events.await(PoolEvent.NewJob.class).account().toString())
          .startsWith("me too at ");
    }
  }

  @Test
  void givesUpASilentPoolAfterItsRetries() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(ScriptedPeer::listen);
        Rig rig = Rig.started(1, pool.account("me"))) {
      rig.events.await(PoolEvent.Connected.class);
      rig.advance(Duration.ofMinutes(2));
      rig.passLoss();
      rig.events.await(PoolEvent.Connected.class);
      rig.advance(Duration.ofMinutes(2));
      assertThat(rig.events.await(PoolEvent.GaveUp.class).reason())
          .contains("did not answer")
          .endsWith("(tried 2 times)");
    }
  }

  @Test
  void givesUpAPoolThatHasNoJobs() throws IOException {
    ScriptedPool.Script jobless =
        peer -> {
          peer.handshake("00000001");
          peer.listen();
        };
    try (ScriptedPool pool = ScriptedPool.playing(jobless);
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.events.await(PoolEvent.Notice.class, n -> n.notice() instanceof SessionNotice.Authorized);
      rig.advance(Duration.ofMinutes(4));
      assertThat(rig.events.await(PoolEvent.GaveUp.class).reason()).contains("no job");
    }
  }

  @Test
  void comesBackWithoutConfigureWhereThePoolClosesOnIt() throws IOException {
    List<String> first = new CopyOnWriteArrayList<>();
    try (ScriptedPool pool =
            ScriptedPool.playing(
                peer -> peer.expect("mining.configure"), peer -> serveNoting(peer, first));
        Rig rig = Rig.started(0, pool.account("me"))) {
      assertThat(rig.events.await(PoolEvent.Lost.class).retryIn()).isZero();
      rig.client.offer(Shares.of(rig.job("1"), 0));
      rig.passLoss();
      rig.job("1");
    }
    assertThat(first).containsExactly("mining.subscribe", "mining.subscribe");
  }

  @Test
  void waitsOutAConfigureThatIsNeverAnswered() throws IOException {
    ScriptedPool.Script mute =
        peer -> {
          peer.request();
          serve(peer);
        };
    try (ScriptedPool pool = ScriptedPool.playing(mute);
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.events.await(PoolEvent.Connected.class);
      rig.advance(Duration.ofSeconds(11));
      rig.job("1");
    }
  }

  private static void serveNoting(ScriptedPeer peer, List<String> firstMethods) throws IOException {
    peer.handshake("00000001");
    firstMethods.add(peer.methods().getFirst());
    peer.job("1", ScriptedPeer.MAIN_BITS);
    peer.expect("mining.submit");
  }

  /** A plain pool that goes when the first share comes. */
  private static void serve(ScriptedPeer peer) throws IOException {
    peer.handshake("00000001");
    peer.job("1", ScriptedPeer.MAIN_BITS);
    peer.expect("mining.submit");
  }
}
