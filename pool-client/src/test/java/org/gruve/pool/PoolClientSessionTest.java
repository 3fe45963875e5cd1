package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

/** Both ends of our own Stratum, over a real socket. */
final class PoolClientSessionTest {
  @Test
  void hasRealSharesAcceptedWithAndWithoutRolledVersions() {
    try (SessionPool pool = new SessionPool();
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job job = rig.job("first");
      assertThat(job.versionMask()).isEqualTo(0x1fffe000);
      List<Share> shares = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        shares.add(Shares.of(job, 1000 * i));
        shares.add(Shares.rolled(job, 5 + i, 1000 * i));
      }
      shares.forEach(rig.client::offer);
      for (Share share : shares) {
        assertThat(rig.ended(share).outcome()).isEqualTo(Outcome.ACCEPTED);
      }
      assertThat(pool.accepted()).isEqualTo(20);
      assertThat(rig.noneEndedTwice()).isTrue();
    }
  }

  @Test
  void goesOnWhereItsListenerFails() {
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    Recorder events = new Recorder();
    PoolEvents failing =
        event -> {
          events.on(event);
          throw new IllegalStateException("the log is full");
        };
    try (SessionPool pool = new SessionPool();
        PoolLoop loop = PoolLoop.start("test-listener")) {
      loop.eventLoop().execute(() -> handleUncaught(faults::add));
      PoolSettings settings =
          new PoolSettings(List.of(pool.account("me")), "test/1", null, false, Double.NaN, 0);
      try (PoolClient client = new PoolClient(settings, loop, new Workers(), failing)) {
        client.start();
        client.offer(Shares.of(events.await(PoolEvent.NewJob.class).job(), 0));
        assertThat(events.await(PoolEvent.ShareEnded.class).result().outcome())
            .isEqualTo(Outcome.ACCEPTED);
      }
    }
    assertThat(events.all(PoolEvent.Lost.class)).isEmpty();
    assertThat(faults).extracting(Throwable::getMessage).containsOnly("the log is full");
  }

  private static void handleUncaught(Consumer<Throwable> handler) {
    Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> handler.accept(fault));
  }

  @Test
  void followsDifficultyExtranonceAndMaskUnderWay() {
    try (SessionPool pool = new SessionPool();
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job first = rig.job("first");
      pool.tell(
          session -> {
            session.difficulty(SessionPool.difficulty("1e-8"));
            session.extranonce(Bytes.ofHex("aabbccddeeff"), 4);
            session.job(SessionPool.job("second", false));
          });
      Job second = rig.job("second");
      assertThat(second.shareTarget().value()).isLessThan(first.shareTarget().value());
      assertThat(rig.resultOf(Shares.of(first, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(rig.resultOf(Shares.rolled(second, 1, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);

      pool.tell(session -> session.versionMask(0x10000000));
      rig.events.await(PoolEvent.NewJob.class, event -> event.job().versionMask() == 0x10000000);
      assertThat(rig.resultOf(Shares.rolled(second, 2, 500)).outcome()).isEqualTo(Outcome.STALE);

      pool.tell(session -> session.job(SessionPool.job("third", true)));
      Job third = rig.job("third");
      assertThat(rig.resultOf(Shares.of(second, 1000)).outcome()).isEqualTo(Outcome.STALE);
      Share good = Shares.of(third, 0);
      assertThat(rig.resultOf(good).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(pool.accepted()).isEqualTo(3);
    }
  }

  @Test
  void comesBackWithANewExtranonceAfterALoss() {
    try (SessionPool pool = new SessionPool();
        Rig rig = Rig.started(0, pool.account("me"))) {
      Job old = rig.job("first");
      assertThat(rig.resultOf(Shares.of(old, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      pool.cut();
      rig.passLoss();
      Job fresh = rig.job("first");
      assertThat(fresh.origin()).isNotSameAs(old.origin());
      assertThat(rig.resultOf(Shares.of(old, 1000)).outcome()).isEqualTo(Outcome.STALE);
      assertThat(rig.resultOf(Shares.of(fresh, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(pool.accepted()).isEqualTo(2);
    }
  }

  @Test
  void asksForTheDifficultyOfTheMeasuredRate() {
    try (SessionPool pool = new SessionPool();
        Rig rig = Rig.suggesting(1e3, pool.account("me"))) {
      Job job = rig.job("first");
      rig.resultOf(Shares.of(job, 0));
      assertThat(pool.suggestions()).containsExactly(SessionPool.difficulty("9.31E-7"));
      rig.advance(Duration.ofSeconds(61));
      rig.client.measured(1e4);
      rig.resultOf(Shares.of(job, 1000));
      assertThat(pool.suggestions())
          .containsExactly(SessionPool.difficulty("9.31E-7"), SessionPool.difficulty("0.00000931"));
    }
  }
}
