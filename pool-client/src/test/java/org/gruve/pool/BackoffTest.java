package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final long SEED = 41;

  @Test
  void doublesUpToAMinuteWithinTheJitterBounds() {
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      Backoff backoff = new Backoff(random);
      for (long full : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
        assertThat(backoff.next())
            .as("seed %d run %d", SEED, run)
            .isBetween(Duration.ofMillis(full * 500), Duration.ofSeconds(full));
      }
    }
  }

  @Test
  void spreadsTheMinersOfOnePool() {
    Random random = new Random(SEED);
    Set<Duration> pauses = new HashSet<>();
    for (int miner = 0; miner < 100; miner++) {
      pauses.add(new Backoff(random).next());
    }
    assertThat(pauses).as("seed %d", SEED).hasSizeGreaterThan(90);
  }

  @Test
  void beginsAgainAfterAReset() {
    Backoff backoff = new Backoff(new Random(SEED));
    for (int i = 0; i < 10; i++) {
      backoff.next();
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST);
  }
}
