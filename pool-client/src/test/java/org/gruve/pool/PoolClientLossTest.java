package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

/** Pools that go away, come back, or send us elsewhere. */
final class PoolClientLossTest {
  private static final AtomicInteger EXTRANONCES = new AtomicInteger();

  @Test
  void accountsForEveryShareOfALostSession() throws IOException {
    CountDownLatch lose = new CountDownLatch(1);
    List<String> submitted = new CopyOnWriteArrayList<>();
    ScriptedPool.Script lost =
        peer -> {
          peer.handshake("00000001");
          peer.job("1", ScriptedPeer.MAIN_BITS);
          peer.answer(peer.expect("mining.submit"), "true");
          peer.expect("mining.submit");
          ScriptedPeer.await(lose);
        };
    ScriptedPool.Script back =
        peer -> {
          peer.handshake("00000002");
          peer.job("2", ScriptedPeer.MAIN_BITS);
          while (true) {
            var submit = peer.expect("mining.submit");
            submitted.add(submit.path("params").path(1).asString());
            peer.answer(submit, "true");
          }
        };
    try (ScriptedPool pool = ScriptedPool.playing(lost, back);
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job old = rig.job("1");
      assertThat(rig.resultOf(Shares.of(old, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      Share inFlight = Shares.of(old, 1000);
      rig.client.offer(inFlight);
      lose.countDown();
      rig.events.await(PoolEvent.Lost.class);
      assertThat(rig.workers.orders()).containsExactly("1", "park");
      Share meanwhile = Shares.of(old, 2000);
      rig.client.offer(meanwhile);
      rig.advance(Backoff.FIRST);
      assertThat(rig.ended(inFlight).outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(rig.ended(meanwhile).outcome()).isEqualTo(Outcome.STALE);
      Job fresh = rig.job("2");
      ShareResult late = rig.resultOf(Shares.of(old, 3000));
      assertThat(late.outcome()).isEqualTo(Outcome.STALE);
      assertThat(late.reason()).isEqualTo("found for a lost session");
      assertThat(rig.resultOf(Shares.of(fresh, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(submitted).containsExactly("2");
      assertThat(rig.workers.orders()).containsExactly("1", "park", "2");
      assertThat(rig.events.all(PoolEvent.ShareEnded.class)).hasSize(5);
      assertThat(rig.noneEndedTwice()).isTrue();
    }
  }

  @Test
  void mixesNoSharesOfTwoPools() throws IOException {
    try (ScriptedPool first = ScriptedPool.playing(serving("1", 0), deaf());
        ScriptedPool second = ScriptedPool.playing(serving("2", 9));
        Rig rig = Rig.started(0, first.account("me"), second.account("you"))) {
      Job old = rig.job("1");
      rig.client.offer(Shares.of(old, 0));
      Job fresh = rig.job("2");
      rig.client.offer(Shares.of(old, 1000));
      rig.resultOf(Shares.of(fresh, 0));
      rig.advance(LostShares.KEPT);
      rig.ended(Shares.of(old, 0));
      rig.ended(Shares.of(old, 1000));
      assertThat(rig.events.all(PoolEvent.ShareEnded.class))
          .extracting(
              event -> ((PoolAccount) event.account()).user(), event -> event.result().outcome())
          .containsExactly(
              tuple("you", Outcome.ACCEPTED),
              tuple("me", Outcome.UNANSWERED),
              tuple("me", Outcome.STALE));
    }
  }

  @Test
  void triesTheFirstAgainWhenTheSecondIsLost() throws IOException {
    try (ScriptedPool first = ScriptedPool.playing(gone(), serving("back", 9));
        ScriptedPool second = ScriptedPool.playing(serving("1", 0), deaf());
        Rig rig = Rig.started(0, first.account("me"), second.account("you"))) {
      rig.client.offer(Shares.of(rig.job("1"), 0));
      rig.events.await(
          PoolEvent.Lost.class, event -> event.account().toString().startsWith("you at "));
      rig.advance(Backoff.FIRST);
      rig.job("back");
    }
  }

  @Test
  void pausesLongerAndLongerUntilAJobComes() throws IOException {
    try (ScriptedPool pool =
            ScriptedPool.playing(
                serving("1", 0), gone(), gone(), gone(), serving("2", 1), serving("3", 9));
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.client.offer(Shares.of(rig.job("1"), 0));
      for (int seconds : new int[] {1, 2, 4, 8}) {
        assertPause(rig.passLoss(), seconds);
      }
      Job back = rig.job("2");
      rig.resultOf(Shares.of(back, 0));
      rig.client.offer(Shares.of(back, 1000));
      assertPause(rig.passLoss(), 1);
      rig.job("3");
    }
  }

  private static void assertPause(PoolEvent.Lost lost, int seconds) {
    assertThat(lost.retryIn())
        .as("seed %d", Rig.SEED)
        .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
  }

  @Test
  void leavesAPoolThatGivesAJobAndDropsUsForTheNext() throws IOException {
    CountDownLatch drop = new CountDownLatch(1);
    ScriptedPool.Script flapping =
        peer -> {
          peer.handshake("00000001");
          peer.answer(peer.expect("mining.extranonce.subscribe"), "true");
          peer.job("lure", ScriptedPeer.MAIN_BITS);
          ScriptedPeer.await(drop);
        };
    try (ScriptedPool first = ScriptedPool.playing(flapping);
        ScriptedPool second = ScriptedPool.playing(serving("good", 9));
        Rig rig = Rig.started(0, first.account("me"), second.account("you"))) {
      rig.job("lure");
      drop.countDown();
      rig.events.await(PoolEvent.Lost.class);
      assertThat(rig.events.await(PoolEvent.Turned.class).why()).contains("was lost");
      rig.job("good");
    }
  }

  @Test
  void reconnectsWhereThePoolAsksOnTheSameHost() throws IOException {
    try (ScriptedPool other = ScriptedPool.playing(serving("there", 0));
        ScriptedPool pool =
            ScriptedPool.playing(redirecting("127.0.0.1", other), serving("home", 9));
        Rig rig = Rig.started(0, pool.account("me"))) {
      PoolEvent.Lost asked = rig.events.await(PoolEvent.Lost.class);
      assertThat(asked.retryIn()).isEqualTo(Duration.ofSeconds(7));
      rig.advance(Duration.ofSeconds(6));
      assertThat(other.connections()).isZero();
      rig.advance(Duration.ofSeconds(1));
      rig.client.offer(Shares.of(rig.job("there"), 0));
      rig.passLoss();
      rig.job("home");
      assertThat(pool.connections()).isEqualTo(2);
    }
  }

  @Test
  void staysWhereThePoolAsksToGoToAnotherHost() throws IOException {
    try (ScriptedPool other = ScriptedPool.playing(serving("there", 0));
        ScriptedPool pool = ScriptedPool.playing(redirecting("127.0.0.9", other));
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.job("1");
      rig.events.await(
          PoolEvent.Notice.class, event -> event.notice().toString().contains("127.0.0.9"));
      rig.job("after");
      assertThat(rig.events.all(PoolEvent.Lost.class)).isEmpty();
      assertThat(other.connections()).isZero();
    }
  }

  private static ScriptedPool.Script redirecting(String host, ScriptedPool to) {
    return peer -> {
      peer.handshake("00000001");
      peer.job("1", ScriptedPeer.MAIN_BITS);
      peer.send(
          "{\"id\":null,\"method\":\"client.reconnect\",\"params\":[\"%s\",%d,7]}"
              .formatted(host, to.url().port()));
      peer.job("after", ScriptedPeer.MAIN_BITS);
      peer.listen();
    };
  }

  @Test
  void waitsAMinuteBeforeItAsksAgainAfterARefusalUnderWay() throws IOException {
    ScriptedPool.Script refusing =
        peer -> {
          peer.subscribe("00000001");
          peer.refuse(peer.expect("mining.authorize"), 24, "banned");
          peer.listen();
        };
    try (ScriptedPool pool = ScriptedPool.playing(serving("1", 0), refusing, serving("2", 9));
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.client.offer(Shares.of(rig.job("1"), 0));
      rig.passLoss();
      PoolEvent.Lost refused = rig.passLoss();
      assertThat(refused.reason()).contains("banned");
      assertThat(refused.retryIn()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
      rig.job("2");
    }
  }

  /** Serves one job, answers so many shares, and goes when one more comes. */
  private static ScriptedPool.Script serving(String job, int shares) {
    return peer -> {
      peer.handshake(fresh());
      peer.job(job, ScriptedPeer.MAIN_BITS);
      for (int i = 0; i < shares; i++) {
        peer.answer(peer.expect("mining.submit"), "true");
      }
      peer.expect("mining.submit");
    };
  }

  /** Closes in the middle of the handshake. */
  private static ScriptedPool.Script gone() {
    return peer -> peer.subscribe(fresh());
  }

  /** Closes before a word. */
  private static ScriptedPool.Script deaf() {
    return ScriptedPeer::request;
  }

  /** Another extranonce each time: no session is resumed. */
  private static String fresh() {
    return "%08x".formatted(EXTRANONCES.incrementAndGet());
  }
}
