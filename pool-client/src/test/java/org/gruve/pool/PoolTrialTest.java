package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class PoolTrialTest {
  private final PoolLoop system = PoolLoop.start("test-trial");
  private final ManualTimers timers = new ManualTimers(system.eventLoop());
  private final List<TrialStep> steps = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    system.close();
  }

  private boolean verdict(PoolAccount account) throws Exception {
    return begin(account).get(20, TimeUnit.SECONDS);
  }

  private java.util.concurrent.CompletableFuture<Boolean> begin(PoolAccount account) {
    PoolLoop loop = new PoolLoop(system.eventLoop(), timers);
    return PoolTrial.run(account, "test/1", loop, Outside.system(), steps::add);
  }

  private List<String> names() {
    return steps.stream().map(TrialStep::name).toList();
  }

  @Test
  void goesTheWholeWayToTheFirstJob() throws Exception {
    try (ScriptedPool pool =
        ScriptedPool.playing(
            peer -> {
              peer.handshake("abcd0001");
              peer.job("1", ScriptedPeer.MAIN_BITS);
              peer.listen();
            })) {
      assertThat(verdict(pool.account("me"))).isTrue();
    }
    assertThat(names())
        .containsExactly(
            "resolve",
            "connect",
            "configure",
            "subscribe",
            "authorise",
            "difficulty",
            "job",
            "latency");
    assertThat(steps).allMatch(TrialStep::ok);
    assertThat(steps.get(3).text()).isEqualTo("extranonce1 of 4 bytes, extranonce2 of 4");
    assertThat(steps.get(6).text()).startsWith("height 23, nbits 17034219, ntime ");
  }

  @Test
  void sendsThePasswordAsMiningDoes() throws Exception {
    try (ScriptedPool pool =
        ScriptedPool.playing(
            peer -> {
              var _ = peer.subscribe("01");
              JsonNode login = peer.expect("mining.authorize");
              String password = login.path("params").path(1).asString();
              peer.refuse(login, 24, "password is " + password + ";");
              peer.listen();
            })) {
      PoolUrl url = pool.account("me").url();
      assertThat(verdict(new PoolAccount(url, "me", "x,d=auto"))).isFalse();
    }
    assertThat(steps.getLast().text()).contains("password is x;");
  }

  @Test
  void tellsOfTlsAndOfTheCertificate() throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    try (LoneServer server =
        LoneServer.of(
            certificates.server("good", false).getServerSocketFactory(),
            socket -> {
              ScriptedPeer peer = new ScriptedPeer(socket);
              peer.handshake("01");
              peer.job("1", ScriptedPeer.MAIN_BITS);
              peer.listen();
            })) {
      Trust trust = new Trust(Optional.of(certificates.authority()), List.of());
      Way way = new Way(Optional.empty(), trust);
      PoolUrl url = new PoolUrl("localhost", server.port(), true);
      assertThat(verdict(new PoolAccount(url, "me", "x", way, 1))).isTrue();
      assertThat(steps.get(2).name()).isEqualTo("tls");
      assertThat(steps.get(2).text()).contains("TLSv1.3", certificates.pin("good"));
      steps.clear();
      assertThat(verdict(new PoolAccount(url, "me", "x"))).isFalse();
      assertThat(names()).containsExactly("resolve", "connect", "tls");
      assertThat(steps.getLast().text()).contains("not trusted here");
    }
  }

  @Test
  void endsWithTheStepThatFails() throws Exception {
    assertThat(verdict(new PoolAccount(ScriptedPool.closedPort(), "me", "x"))).isFalse();
    assertThat(names()).containsExactly("resolve", "connect");
    assertThat(steps.getLast().ok()).isFalse();
    assertThat(steps.getLast().text()).startsWith("nothing listens at ");
  }

  @Test
  void saysThatTheLoginIsRefused() throws Exception {
    try (ScriptedPool pool =
        ScriptedPool.playing(
            peer -> {
              var _ = peer.subscribe("01");
              peer.refuse(peer.expect("mining.authorize"), 24, "Unauthorized");
              peer.listen();
            })) {
      assertThat(verdict(pool.account("me"))).isFalse();
    }
    assertThat(steps.getLast().name()).isEqualTo("authorise");
    assertThat(steps.getLast().text()).contains("refused the login of me");
  }

  @Test
  void goesOnWithoutConfigureWhereAPoolClosesOnIt() throws Exception {
    try (ScriptedPool pool =
        ScriptedPool.playing(
            peer -> {
              var _ = peer.request();
            },
            peer -> {
              peer.handshake("01");
              peer.job("1", ScriptedPeer.MAIN_BITS);
              peer.listen();
            })) {
      assertThat(verdict(pool.account("me"))).isTrue();
    }
    assertThat(names()).startsWith("resolve", "connect", "configure", "subscribe");
    assertThat(steps.get(2).text()).contains("closed the connection on mining.configure");
  }

  @Test
  void doesNotWaitForAJobForEver() throws Exception {
    CountDownLatch authorised = new CountDownLatch(1);
    try (ScriptedPool pool =
        ScriptedPool.playing(
            peer -> {
              peer.handshake("01");
              authorised.countDown();
              peer.listen();
            })) {
      var verdict = begin(pool.account("me"));
      authorised.await();
      while (!verdict.isDone()) {
        timers.advance(Duration.ofSeconds(1));
      }
      assertThat(verdict.get()).isFalse();
    }
    assertThat(steps.getLast().ok()).isFalse();
  }

  @Test
  void saysThatAWebServerIsNoPool() throws Exception {
    try (ScriptedPool pool = ScriptedPool.playing(peer -> peer.send("HTTP/1.1 400 Bad Request"))) {
      assertThat(verdict(pool.account("me"))).isFalse();
    }
    assertThat(steps.getLast().ok()).isFalse();
    assertThat(steps.getLast().text()).isNotEmpty();
  }
}
