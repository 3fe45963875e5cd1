package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

/** The end of a client, and the pause after a block. */
final class PoolClientStopTest {
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch seen = new CountDownLatch(1);

  @Test
  void waitsForTheAnswersToWhatIsInFlight() throws Exception {
    try (ScriptedPool pool = ScriptedPool.playing(answeringLate(ScriptedPeer.MAIN_BITS, "true"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share share = Shares.of(rig.job("1"), 0);
      rig.client.offer(share);
      CompletableFuture<Void> stopped =
          CompletableFuture.runAsync(() -> rig.client.stop(Duration.ofSeconds(5)));
      seen.await();
      rig.workers.awaitPark();
      assertThat(stopped).isNotDone();
      go.countDown();
      stopped.get(20, TimeUnit.SECONDS);
      assertThat(rig.ended(share).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void waitsNoLongerThanItsPatience() throws Exception {
    try (ScriptedPool pool = ScriptedPool.playing(answeringLate(ScriptedPeer.MAIN_BITS, "true"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share share = Shares.of(rig.job("1"), 0);
      rig.client.offer(share);
      CompletableFuture<Void> stopped =
          CompletableFuture.runAsync(() -> rig.client.stop(Duration.ofSeconds(5)));
      rig.workers.awaitPark();
      rig.advance(Duration.ofMillis(4900));
      assertThat(stopped).isNotDone();
      rig.advance(Duration.ofMillis(100));
      stopped.get(20, TimeUnit.SECONDS);
      assertThat(rig.ended(share).outcome()).isEqualTo(Outcome.UNANSWERED);
      Share late = Shares.of(share.job(), 5000);
      assertThat(rig.resultOf(late).outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(rig.events.all(PoolEvent.Lost.class)).isEmpty();
    }
  }

  @Test
  void closesAtOnce() throws Exception {
    try (ScriptedPool pool = ScriptedPool.playing(answeringLate(ScriptedPeer.MAIN_BITS, "true"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share share = Shares.of(rig.job("1"), 0);
      rig.client.offer(share);
      rig.client.close();
      assertThat(rig.ended(share).outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(rig.workers.orders().getLast()).isEqualTo("park");
      rig.client.close();
      rig.client.stop(Duration.ofSeconds(1));
    }
  }

  @Test
  void parksAfterABlockUntilTheNextJob() throws Exception {
    ScriptedPool.Script script =
        peer -> {
          peer.handshake("00000001");
          peer.job("1", ScriptedPeer.EASIEST_BITS);
          var submit = peer.expect("mining.submit");
          peer.job("2", ScriptedPeer.EASIEST_BITS);
          peer.answer(submit, "true");
          peer.listen();
        };
    try (ScriptedPool pool = ScriptedPool.playing(script);
        Rig rig = Rig.started(0, pool.account("me"))) {
      assertThat(rig.resultOf(Shares.block(rig.job("1"), 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(rig.workers.orders()).containsExactly("1", "park");
      rig.advance(Duration.ofSeconds(5));
      assertThat(rig.workers.orders()).containsExactly("1", "park", "2");
    }
  }

  @Test
  void goesOnWhenTheBlockIsRefused() throws Exception {
    go.countDown();
    try (ScriptedPool pool =
            ScriptedPool.playing(answeringLate(ScriptedPeer.EASIEST_BITS, "false"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      assertThat(rig.resultOf(Shares.block(rig.job("1"), 0)).outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(rig.workers.orders()).containsExactly("1", "park", "1");
    }
  }

  @Test
  void goesOnAfterASecondWithoutAnAnswer() throws Exception {
    try (ScriptedPool pool =
            ScriptedPool.playing(answeringLate(ScriptedPeer.EASIEST_BITS, "true"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      rig.client.offer(Shares.block(rig.job("1"), 0));
      rig.workers.awaitPark();
      rig.advance(Duration.ofMillis(999));
      assertThat(rig.workers.orders()).containsExactly("1", "park");
      rig.advance(Duration.ofMillis(1));
      assertThat(rig.workers.orders()).containsExactly("1", "park", "1");
    }
  }

  @Test
  void doesNotPauseForAShareThatIsNoBlock() throws Exception {
    ScriptedPool.Script script =
        peer -> {
          peer.handshake("00000001");
          peer.job("1", ScriptedPeer.MAIN_BITS);
          peer.answer(peer.expect("mining.submit"), "true");
          peer.listen();
        };
    try (ScriptedPool pool = ScriptedPool.playing(script);
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job job = rig.job("1");
      assertThat(rig.resultOf(Shares.of(job, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(rig.workers.orders()).containsExactly("1");
    }
  }

  /** Serves one job, and answers its first share once the test says so. */
  private ScriptedPool.Script answeringLate(String bits, String answer) {
    return peer -> {
      peer.handshake("00000001");
      peer.job("1", bits);
      var submit = peer.expect("mining.submit");
      seen.countDown();
      ScriptedPeer.await(go);
      peer.answer(submit, answer);
      peer.listen();
    };
  }
}
