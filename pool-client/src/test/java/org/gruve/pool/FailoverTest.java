package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FailoverTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  @Test
  void engagesTheFirstAlone() {
    PlacesRig rig = failover(3);
    assertThat(rig.engaged()).containsExactly(0);
    rig.pool(0).job("a");
    assertThat(rig.engaged()).containsExactly(0);
    assertThat(rig.workers.orders()).containsExactly("a");
    assertThat(rig.turns()).isEmpty();
  }

  @Test
  void engagesTheNextAtOnceWhereOneFailsAndKeepsItTrying() {
    PlacesRig rig = failover(3);
    rig.pool(0).lost();
    assertThat(rig.engaged()).containsExactly(0, 1);
    rig.pool(1).lost();
    assertThat(rig.engaged()).containsExactly(0, 1, 2);
  }

  @Test
  void turnsAtOnceToTheBestThatHasAJob() {
    PlacesRig rig = failover(3);
    rig.pool(0).lost();
    rig.pool(1).lost();
    rig.pool(2).job("c");
    rig.pool(1).job("b");
    assertThat(rig.workers.orders()).containsExactly("c");
    rig.pool(2).lost();
    assertThat(rig.workers.orders()).containsExactly("c", "park", "b");
    assertThat(rig.turns()).containsExactly("pool1, since pool2 was lost");
    assertThat(rig.engaged()).containsExactly(0, 1);
  }

  @Test
  void staysBetweenTwoJobsOfOne() {
    PlacesRig rig = failover(2);
    rig.pool(0).lost();
    rig.pool(1).job("b");
    rig.pool(0).job("a");
    rig.pool(1).noJob();
    assertThat(rig.workers.orders()).containsExactly("b", "park");
    rig.pool(1).job("b2");
    assertThat(rig.workers.orders()).containsExactly("b", "park", "b2");
  }

  @Test
  void turnsBackOnceTheEarlierHasHeldAJobForHalfAMinute() {
    PlacesRig rig = onTheSecond();
    rig.pool(0).job("a");
    rig.pass(20);
    rig.pool(0).job("a2");
    rig.pass(9);
    assertThat(rig.workers.orders()).containsExactly("b");
    rig.pass(1);
    assertThat(rig.workers.orders()).containsExactly("b", "a2");
    assertThat(rig.turns()).containsExactly("pool0, since pool0 has held again for 30 s");
    assertThat(rig.engaged()).containsExactly(0);
    assertThat(rig.pool(1).releasing).isTrue();
  }

  @Test
  void beginsToWaitAnewWhereTheEarlierIsLostMeanwhile() {
    PlacesRig rig = onTheSecond();
    rig.pool(0).job("a");
    rig.pass(29);
    rig.pool(0).lost();
    rig.pool(0).job("a2");
    rig.pass(29);
    assertThat(rig.workers.orders()).containsExactly("b");
    rig.pass(1);
    assertThat(rig.workers.orders()).containsExactly("b", "a2");
  }

  @Test
  void waitsTwiceAsLongEachTimeTheReturnDidNotLast() {
    PlacesRig rig = onTheSecond();
    for (int hold : new int[] {30, 60, 120, 240, 480, 600, 600}) {
      returnAfter(rig, hold);
      rig.pass(5);
      rig.pool(0).lost();
      rig.pool(1).settle();
      rig.pool(1).job("b");
    }
    returnAfter(rig, 600);
    rig.pass(600);
    rig.pool(0).lost();
    rig.pool(1).settle();
    rig.pool(1).job("b");
    returnAfter(rig, 30);
  }

  private static void returnAfter(PlacesRig rig, int hold) {
    rig.pool(0).job("a");
    rig.pass(hold - 1);
    assertThat(rig.workers.orders().getLast()).as("before %d s", hold).isEqualTo("b");
    rig.pass(1);
    assertThat(rig.workers.orders().getLast()).as("after %d s", hold).isEqualTo("a");
  }

  @Test
  void engagesAnewOnlyWhenTheReleaseIsOver() {
    PlacesRig rig = onTheSecond();
    rig.pool(0).job("a");
    rig.pass(30);
    rig.pool(0).lost();
    assertThat(rig.engaged()).containsExactly(0);
    rig.pool(1).settle();
    assertThat(rig.engaged()).containsExactly(0, 1);
  }

  @Test
  void countsNoFailureWhereAPoolGoesOnAtOnce() {
    PlacesRig rig = new PlacesRig(Strategy.FAILOVER, 0, 1, 1);
    rig.pool(0).fail("without configure", Duration.ZERO, false);
    assertThat(rig.engaged()).containsExactly(0);
    assertThat(rig.end()).isEmpty();
    assertThat(rig.events.all(PoolEvent.Lost.class)).hasSize(1);
  }

  @Test
  void takesNoJobOfOneThatWasReleased() {
    PlacesRig rig = onTheSecond();
    rig.pool(0).job("a");
    rig.pass(30);
    rig.pool(1).job("late");
    assertThat(rig.workers.orders()).containsExactly("b", "a");
  }

  @Test
  void takesSharesHomeAlsoToOneThatIsReleased() {
    PlacesRig rig = failover(2);
    rig.pool(0).lost();
    var old = Shares.of(rig.pool(1).job("b"), 0);
    var fresh = Shares.of(rig.pool(0).job("a"), 0);
    rig.pass(30);
    rig.places.submit(old);
    rig.places.submit(fresh);
    assertThat(rig.pool(1).shares).containsExactly(old);
    assertThat(rig.pool(0).shares).containsExactly(fresh);
  }

  @Test
  void triesAClosedPortOnceAndThenAsOftenAsTold() {
    PlacesRig rig = new PlacesRig(Strategy.FAILOVER, 5, 1);
    for (int retry = 0; retry < 5; retry++) {
      rig.pool(0).fail("down.", SOON, false);
      assertThat(rig.end()).isEmpty();
    }
    rig.pool(0).fail("down.", SOON, false);
    assertThat(rig.end()).hasValue("pool0: down (tried 6 times)");
    assertThat(rig.engaged()).isEmpty();
  }

  @Test
  void givesUpAtOnceWithoutRetries() {
    PlacesRig rig = new PlacesRig(Strategy.FAILOVER, 0, 1);
    rig.pool(0).fail("down", SOON, false);
    assertThat(rig.end()).hasValue("pool0: down");
  }

  @Test
  void neverGivesUpWithRetriesForEver() {
    PlacesRig rig = new PlacesRig(Strategy.FAILOVER, -1, 1);
    for (int i = 0; i < 1000; i++) {
      rig.pool(0).fail("down", SOON, false);
    }
    assertThat(rig.end()).isEmpty();
  }

  @Test
  void neverGivesUpAfterTheFirstJob() {
    PlacesRig rig = new PlacesRig(Strategy.FAILOVER, 0, 1);
    rig.pool(0).job("a");
    rig.pool(0).fail("down", SOON, false);
    rig.pool(0).fail("wrong password", SOON, true);
    assertThat(rig.end()).isEmpty();
  }

  @Test
  void triesWhatIsLeftBeforeItGivesUp() {
    PlacesRig rig = failover(2);
    rig.pool(0).fail("a web server answers", SOON, true);
    assertThat(rig.end()).isEmpty();
    rig.pool(1).fail("wrong password", SOON, true);
    assertThat(rig.end())
        .hasValue("none of the 2 pools can be used; the last: pool1: wrong password");
  }

  private static PlacesRig failover(int pools) {
    int[] quotas = new int[pools];
    Arrays.fill(quotas, 1);
    return new PlacesRig(Strategy.FAILOVER, 5, quotas);
  }

  /** The first is down, the second is mined for. */
  private static PlacesRig onTheSecond() {
    PlacesRig rig = failover(2);
    rig.pool(0).lost();
    rig.pool(1).job("b");
    return rig;
  }
}
