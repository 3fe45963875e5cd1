package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

/** Shares of a lost session. */
final class ResubmissionTest {
  private final List<String> submitted = new CopyOnWriteArrayList<>();

  @Test
  void sendsThemAgainWithTheirOwnJobsWhereTheExtranonceIsTheSame() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(leaving("00000001"), serving("00000001"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job old = rig.job("1");
      Share underWay = Shares.of(old, 0);
      Share meanwhile = Shares.of(old, 1000);
      Share late = Shares.of(old, 2000);
      rig.client.offer(underWay);
      rig.events.await(PoolEvent.Lost.class);
      rig.client.offer(meanwhile);
      rig.advance(Backoff.FIRST);
      assertThat(rig.ended(underWay).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(rig.ended(meanwhile).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(rig.resultOf(late).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(submitted).containsExactly("1", "1", "1");
      assertThat(rig.noneEndedTwice()).isTrue();
    }
  }

  @Test
  void endsThemWhereTheExtranonceIsAnother() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(leaving("00000001"), serving("00000002"));
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job old = rig.job("1");
      Share underWay = Shares.of(old, 0);
      Share meanwhile = Shares.of(old, 1000);
      rig.client.offer(underWay);
      rig.events.await(PoolEvent.Lost.class);
      rig.client.offer(meanwhile);
      rig.advance(Backoff.FIRST);
      assertThat(rig.ended(underWay).outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(rig.ended(meanwhile).outcome()).isEqualTo(Outcome.STALE);
      rig.job("2");
      assertThat(submitted).isEmpty();
    }
  }

  @Test
  void endsThemAfterTwoMinutes() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(leaving("00000001"), ScriptedPeer::listen);
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share underWay = Shares.of(rig.job("1"), 0);
      rig.client.offer(underWay);
      rig.events.await(PoolEvent.Lost.class);
      rig.advance(LostShares.KEPT.minusMillis(1));
      assertThat(rig.events.all(PoolEvent.ShareEnded.class)).isEmpty();
      rig.advance(LostShares.KEPT);
      assertThat(rig.ended(underWay).outcome()).isEqualTo(Outcome.UNANSWERED);
    }
  }

  @Test
  void endsThemAtOnceWhenMiningEnds() throws IOException {
    try (ScriptedPool pool = ScriptedPool.playing(leaving("00000001"), ScriptedPeer::listen);
        Rig rig = Rig.started(0, pool.account("me"))) {
      Share underWay = Shares.of(rig.job("1"), 0);
      rig.client.offer(underWay);
      rig.events.await(PoolEvent.Lost.class);
      rig.client.close();
      assertThat(rig.ended(underWay).outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(rig.timers.pending()).isZero();
    }
  }

  /** Goes when the first share comes. */
  private static ScriptedPool.Script leaving(String extranonce1) {
    return peer -> {
      peer.handshake(extranonce1);
      peer.job("1", ScriptedPeer.MAIN_BITS);
      peer.expect("mining.submit");
    };
  }

  private ScriptedPool.Script serving(String extranonce1) {
    return peer -> {
      peer.handshake(extranonce1);
      peer.job("2", ScriptedPeer.MAIN_BITS);
      while (true) {
        var submit = peer.expect("mining.submit");
        submitted.add(submit.path("params").path(1).asString());
        peer.answer(submit, "true");
      }
    };
  }
}
