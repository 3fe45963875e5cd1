package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gruve.stratum.v1.Ending;
import org.junit.jupiter.api.Test;

final class FailoverTest {
  private static final long LASTING = Failover.LASTING.toNanos();
  private static final Ending DOWN = new Ending.Retry("down");
  private static final Ending REFUSED = new Ending.Refused("wrong password");
  private static final Ending WEB = new Ending.NotStratum("a web server answers");

  @Test
  void triesAClosedPortOnceAndThenAsOftenAsTold() {
    Failover failover = failover(1, 5);
    for (int retry = 0; retry < 5; retry++) {
      assertThat(failover.failed(DOWN, 0)).isInstanceOf(Failover.Step.Try.class);
    }
    assertThat(failover.failed(DOWN, 0))
        .isEqualTo(new Failover.Step.GiveUp("pool0:1: down (tried 6 times)"));
  }

  @Test
  void givesUpAtOnceWithoutRetries() {
    assertThat(failover(1, 0).failed(DOWN, 0)).isEqualTo(new Failover.Step.GiveUp("pool0:1: down"));
  }

  @Test
  void neverGivesUpWithRetriesForEver() {
    Failover failover = failover(1, -1);
    for (int i = 0; i < 1000; i++) {
      assertThat(failover.failed(DOWN, 0)).isInstanceOf(Failover.Step.Try.class);
    }
  }

  @Test
  void neverGivesUpAfterTheFirstJob() {
    Failover failover = failover(1, 0);
    failover.jobCame(0);
    for (Ending why : List.of(DOWN, REFUSED, WEB, DOWN, DOWN)) {
      assertThat(failover.failed(why, 0)).isInstanceOf(Failover.Step.Try.class);
    }
  }

  @Test
  void triesTheNextAtOnceAndPausesAfterTheLast() {
    Failover failover = failover(3, 5);
    assertStep(failover.failed(DOWN, 0), "pool1", 0, 0);
    assertStep(failover.failed(DOWN, 0), "pool2", 0, 0);
    assertStep(failover.failed(DOWN, 0), "pool0", 500, 1000);
    assertStep(failover.failed(DOWN, 0), "pool1", 0, 0);
    assertStep(failover.failed(DOWN, 0), "pool2", 0, 0);
    assertStep(failover.failed(DOWN, 0), "pool0", 1000, 2000);
  }

  @Test
  void beginsAgainFromTheFirstWhenTheOneInUseIsLost() {
    Failover failover = failover(3, 5);
    failover.failed(DOWN, 0);
    failover.jobCame(0);
    assertStep(failover.failed(DOWN, LASTING), "pool0", 500, 1000);
    assertStep(failover.failed(DOWN, LASTING), "pool1", 0, 0);
  }

  @Test
  void turnsToTheNextWhereAPoolDropsUsSoonAfterItsJob() {
    Failover failover = failover(2, 0);
    failover.jobCame(0);
    assertStep(failover.failed(DOWN, LASTING - 1), "pool1", 0, 0);
    failover.jobCame(LASTING);
    failover.shareAccepted();
    assertStep(failover.failed(DOWN, LASTING + 1), "pool0", 500, 1000);
  }

  @Test
  void pausesLongerAndLongerWhereTheOnlyPoolGivesAJobAndDropsUs() {
    Failover failover = failover(1, 0);
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      failover.jobCame(0);
      assertStep(failover.failed(DOWN, 1), "pool0", seconds * 500L, seconds * 1000L);
    }
    failover.jobCame(0);
    assertStep(failover.failed(DOWN, LASTING), "pool0", 500, 1000);
  }

  @Test
  void onlyAJobBeginsTheBackoffAgain() {
    Failover failover = failover(1, -1);
    assertStep(failover.failed(DOWN, 0), "pool0", 500, 1000);
    assertStep(failover.failed(DOWN, 0), "pool0", 1000, 2000);
    failover.current().subscribed("a session is not enough");
    assertStep(failover.failed(DOWN, 0), "pool0", 2000, 4000);
    failover.jobCame(0);
    failover.shareAccepted();
    assertStep(failover.failed(DOWN, 0), "pool0", 500, 1000);
  }

  @Test
  void givesUpAtOnceWhenRefused() {
    assertThat(failover(1, 5).failed(REFUSED, 0))
        .isEqualTo(new Failover.Step.GiveUp("pool0:1: wrong password"));
  }

  @Test
  void triesWhatIsLeftBeforeItGivesUp() {
    Failover failover = failover(2, 5);
    assertStep(failover.failed(WEB, 0), "pool1", 0, 0);
    assertThat(failover.failed(REFUSED, 0))
        .isEqualTo(
            new Failover.Step.GiveUp(
                "none of the 2 pools can be used; the last: pool1:1: wrong password"));
  }

  @Test
  void leavesOutThePoolThatRefusedWhileAnotherMayComeUp() {
    Failover failover = failover(2, 5);
    failover.failed(REFUSED, 0);
    assertStep(failover.failed(DOWN, 0), "pool1", 500, 1000);
    assertStep(failover.failed(DOWN, 0), "pool1", 1000, 2000);
  }

  @Test
  void leavesAPoolAloneForAMinuteAfterARefusal() {
    Failover failover = failover(1, 5);
    failover.jobCame(0);
    assertStep(failover.failed(REFUSED, 0), "pool0", 60_500, 61_000);
  }

  @Test
  void comesBackToTheFirstOnceItsRefusalIsAMinuteOld() {
    Failover failover = failover(2, 5);
    failover.failed(REFUSED, 0);
    failover.jobCame(0);
    assertStep(failover.failed(DOWN, Duration.ofSeconds(30).toNanos()), "pool1", 500, 1000);
    failover.jobCame(0);
    failover.shareAccepted();
    assertStep(failover.failed(DOWN, Duration.ofSeconds(61).toNanos()), "pool0", 500, 1000);
  }

  @Test
  void remembersPerPoolWhatItClosedOn() {
    Failover failover = failover(2, 0);
    Seat first = failover.current();
    first.subscribed("s1");
    assertThat(first.resume()).isEqualTo("s1");
    assertStep(failover.failed(new Ending.RetryWithoutConfigure("closed"), 0), "pool0", 0, 0);
    assertStep(failover.failed(new Ending.RetryWithoutResume("closed"), 0), "pool0", 0, 0);
    assertThat(first.configure()).isFalse();
    assertThat(first.resume()).isNull();
    failover.jobCame(0);
    failover.shareAccepted();
    failover.failed(DOWN, 0);
    assertThat(first.configure()).isFalse();
    failover.failed(DOWN, 0);
    assertThat(failover.current().account().url().host()).isEqualTo("pool1");
    assertThat(failover.current().configure()).isTrue();
  }

  @Test
  void asksForEverythingAgainWhereLeavingItOutDidNotHelp() {
    Failover failover = failover(1, 5);
    failover.failed(new Ending.RetryWithoutConfigure("closed"), 0);
    failover.failed(DOWN, 0);
    assertThat(failover.current().configure()).isTrue();
  }

  private static Failover failover(int pools, int retries) {
    List<PoolAccount> accounts =
        IntStream.range(0, pools)
            .mapToObj(i -> new PoolAccount(new PoolUrl("pool" + i, 1), "user", "x"))
            .toList();
    PoolSettings settings = new PoolSettings(accounts, "test", null, false, Double.NaN, retries);
    return new Failover(settings, new Backoff(new Random(43)));
  }

  private static void assertStep(Failover.Step step, String host, long leastMs, long mostMs) {
    assertThat(step)
        .isInstanceOfSatisfying(
            Failover.Step.Try.class,
            to -> {
              assertThat(to.seat().account().url().host()).isEqualTo(host);
              assertThat(to.delay().toMillis()).isBetween(leastMs, mostMs);
            });
  }
}
