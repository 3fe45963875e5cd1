package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network and a pool can do to us, and how soon we mine again (docs/faults.md). */
final class PoolFaultsTest {
  /** The longest first pause. */
  private static final Duration PAUSE = Backoff.FIRST;

  /**
   * A fault in the middle of a session that has a share under way.
   *
   * @param noticed after which time it is seen at the latest
   */
  private record Fault(String name, Duration noticed, ScriptedPool.Script script) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("drop", Duration.ZERO, _ -> {}),
        new Fault("reset", Duration.ZERO, ScriptedPeer::reset),
        new Fault("stall", Duration.ofSeconds(181), ScriptedPeer::listen),
        new Fault("no job any more", Duration.ofSeconds(181), PoolFaultsTest::chatter),
        new Fault("flood", Duration.ZERO, PoolFaultsTest::flood),
        new Fault("endless line", Duration.ZERO, PoolFaultsTest::endlessLine),
        new Fault("wrong replies", Duration.ZERO, PoolFaultsTest::nonsense),
        new Fault("unusable jobs", Duration.ZERO, PoolFaultsTest::badJobs));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void minesAgainAfter(Fault fault) throws IOException {
    CountDownLatch begin = new CountDownLatch(1);
    try (ScriptedPool pool = ScriptedPool.playing(failing(fault, begin), serving("2", false));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share underWay = Shares.of(rig.job("1"), 0);
      rig.client.offer(underWay);
      begin.countDown();
      rig.advance(fault.noticed());
      PoolEvent.Lost lost = rig.events.await(PoolEvent.Lost.class);
      assertThat(lost.retryIn()).isLessThanOrEqualTo(PAUSE);
      rig.advance(PAUSE);
      minesOn(rig, rig.job("2"), underWay);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void turnsToTheNextPoolAfter(Fault fault) throws IOException {
    CountDownLatch begin = new CountDownLatch(1);
    try (ScriptedPool first = ScriptedPool.playing(failing(fault, begin), ScriptedPeer::listen);
        ScriptedPool second = ScriptedPool.playing(serving("2", false));
        Rig rig = Rig.started(0, first.account("me"), second.account("you"))) {
      Share underWay = Shares.of(rig.job("1"), 0);
      rig.client.offer(underWay);
      begin.countDown();
      rig.advance(fault.noticed());
      Job next = rig.job("2");
      rig.client.offer(Shares.of(next, 5000));
      rig.advance(LostShares.KEPT);
      minesOn(rig, next, underWay);
    }
  }

  @Test
  void minesAgainAfterAPoolThatAcceptsAndNeverAnswers() throws IOException {
    try (ScriptedPool pool =
            ScriptedPool.playing(ScriptedPeer::listen, ScriptedPeer::listen, serving("2", false));
        Rig rig = Rig.started(5, pool.account("me"))) {
      for (int half = 0; half < 2; half++) {
        rig.events.await(PoolEvent.Connected.class);
        rig.advance(Duration.ofSeconds(39));
        rig.passLoss();
      }
      minesOn(rig, rig.job("2"));
    }
  }

  @Test
  void minesThroughBytesThatComeOneByOne() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(serving("1", true));
        Rig rig = Rig.started(0, pool.account("me"))) {
      minesOn(rig, rig.job("1"));
      assertThat(rig.events.all(PoolEvent.Lost.class)).isEmpty();
    }
  }

  @Test
  void minesAgainWhenItsNameIsFoundAgain() throws IOException {
    AtomicInteger lookups = new AtomicInteger();
    Names names =
        host -> {
          int lookup = lookups.incrementAndGet();
          if (lookup == 2 || lookup == 3) {
            throw new UnknownHostException(host);
          }
          return InetAddress.getAllByName("127.0.0.1");
        };
    try (ScriptedPool pool = ScriptedPool.playing(cut("1"), serving("2", false));
        Rig rig =
            Rig.started(
                0, names, new PoolAccount(new PoolUrl("pool", pool.url().port()), "me", "x"))) {
      rig.job("1");
      rig.passLoss();
      assertThat(rig.passLoss().reason()).startsWith("pool: no such host");
      assertThat(rig.passLoss().retryIn()).isLessThanOrEqualTo(Duration.ofSeconds(4));
      minesOn(rig, rig.job("2"));
    }
  }

  @Test
  void minesOnWhereTheTimeOfDayJumps() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(serving("1", false));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job job = rig.job("1");
      for (Duration jump : new Duration[] {Duration.ofDays(-4000), Duration.ofDays(9000)}) {
        rig.timers.jump(jump);
        rig.advance(Duration.ofSeconds(5));
      }
      minesOn(rig, job);
      assertThat(rig.events.all(PoolEvent.Lost.class)).isEmpty();
    }
  }

  /** A new share is accepted, and with these all that were offered have ended, each once. */
  private static void minesOn(Rig rig, Job job, Share... before) {
    assertThat(rig.resultOf(Shares.of(job, 9000)).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(rig.noneEndedTwice()).isTrue();
    assertThat(rig.events.all(PoolEvent.ShareEnded.class))
        .extracting(event -> event.result().share())
        .containsAll(List.of(before));
  }

  private static ScriptedPool.Script failing(Fault fault, CountDownLatch begin) {
    return peer -> {
      peer.handshake("00000001");
      peer.job("1", ScriptedPeer.MAIN_BITS);
      peer.expect("mining.submit");
      ScriptedPeer.await(begin);
      fault.script().play(peer);
    };
  }

  private static ScriptedPool.Script cut(String job) {
    return peer -> {
      peer.handshake("00000001");
      peer.answer(peer.expect("mining.extranonce.subscribe"), "true");
      peer.job(job, ScriptedPeer.MAIN_BITS);
    };
  }

  private static ScriptedPool.Script serving(String job, boolean slow) {
    return peer -> {
      if (slow) {
        peer.slowly();
      }
      peer.handshake("00000002");
      peer.job(job, ScriptedPeer.MAIN_BITS);
      while (true) {
        peer.answer(peer.expect("mining.submit"), "true");
      }
    };
  }

  /** Talks, but sends no job. */
  private static void chatter(ScriptedPeer peer) throws IOException {
    peer.send("{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[1e-9]}");
    peer.listen();
  }

  private static void flood(ScriptedPeer peer) throws IOException {
    String line = "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[1e-9]}\n";
    byte[] lines = line.repeat(1000).getBytes(StandardCharsets.UTF_8);
    while (true) {
      peer.raw(lines);
    }
  }

  private static void endlessLine(ScriptedPeer peer) throws IOException {
    byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    while (true) {
      peer.raw(part);
    }
  }

  private static void nonsense(ScriptedPeer peer) throws IOException {
    peer.send("{\"id\":4711,\"result\":true,\"error\":null}");
    for (int i = 0; i < 10; i++) {
      peer.send("{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[\"often\"]}");
    }
    peer.listen();
  }

  private static void badJobs(ScriptedPeer peer) throws IOException {
    for (int i = 0; i < 3; i++) {
      peer.send("{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"x\",\"y\"]}");
    }
    peer.listen();
  }
}
