package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuotaTest {
  @Test
  void engagesAll() {
    assertThat(quota(1, 2, 3).engaged()).containsExactly(0, 1, 2);
  }

  @Test
  void sharesTimeByWeight() {
    PlacesRig rig = quota(3, 1);
    rig.pool(0).job("a");
    rig.pool(1).job("b");
    assertThat(mined(rig, 4000, 2)).containsExactly(3000, 1000);
    assertThat(rig.turns()).isEmpty();
  }

  @Test
  void turnsOnlyEveryTenSeconds() {
    PlacesRig rig = quota(1, 1);
    rig.pool(0).job("a");
    rig.pool(1).job("b");
    rig.pass(9);
    assertThat(rig.workers.orders()).containsExactly("a");
    rig.pass(1);
    assertThat(rig.workers.orders()).containsExactly("a", "b");
    rig.pool(0).job("a2");
    rig.pass(9);
    assertThat(rig.workers.orders()).containsExactly("a", "b");
    rig.pass(1);
    assertThat(rig.workers.orders()).containsExactly("a", "b", "a2");
  }

  @Test
  void turnsToAnotherWhileOneHasNoJob() {
    PlacesRig rig = quota(1, 1);
    rig.pool(0).job("a");
    rig.pool(1).job("b");
    rig.pool(0).noJob();
    assertThat(rig.workers.orders()).containsExactly("a", "park", "b");
    rig.pool(0).job("a2");
    assertThat(rig.workers.orders()).containsExactly("a", "park", "b");
  }

  @Test
  void givesAllToWhoIsThereAndNothingBackForTheTimeAway() {
    PlacesRig rig = quota(1, 1);
    rig.pool(0).job("a");
    rig.pool(1).job("b");
    rig.pass(60);
    rig.pool(1).lost();
    assertThat(mined(rig, 3600, 2)).containsExactly(3600, 0);
    rig.pool(1).job("b");
    List<Integer> after = mined(rig, 600, 2);
    assertThat(after.get(0)).isBetween(280, 320);
  }

  @Test
  void keepsToTheWeightsWhileJobsComeAndGo() {
    Random random = new Random(51);
    PlacesRig rig = quota(5, 3, 2);
    int[] seconds = new int[3];
    for (int pool = 0; pool < 3; pool++) {
      rig.pool(pool).job("job" + pool);
    }
    for (int step = 0; step < 20_000; step++) {
      int pool = random.nextInt(3);
      rig.pool(pool).job("job" + pool);
      rig.pass(1);
      seconds[mining(rig)]++;
    }
    assertThat(seconds[0]).as("seed 51").isBetween(9900, 10100);
    assertThat(seconds[1]).as("seed 51").isBetween(5900, 6100);
  }

  @Test
  void tellsEachTheRateThatIsMinedForIt() {
    PlacesRig rig = quota(3, 1);
    rig.places.measured(100);
    assertThat(rig.pool(0).rate).isEqualTo(75);
    assertThat(rig.pool(1).rate).isEqualTo(25);
  }

  /** Seconds for each pool out of so many. */
  private static List<Integer> mined(PlacesRig rig, int seconds, int pools) {
    int[] mined = new int[pools];
    for (int second = 0; second < seconds; second++) {
      mined[mining(rig)]++;
      rig.pass(1);
    }
    return Arrays.stream(mined).boxed().toList();
  }

  private static int mining(PlacesRig rig) {
    String order = rig.workers.orders().getLast();
    return order.startsWith("job") ? order.charAt(3) - '0' : order.charAt(0) - 'a';
  }

  private static PlacesRig quota(int... quotas) {
    return new PlacesRig(Strategy.QUOTA, 0, quotas);
  }
}
