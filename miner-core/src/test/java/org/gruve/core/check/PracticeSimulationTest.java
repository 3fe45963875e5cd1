package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of the practice network's parameters. */
class PracticeSimulationTest {
  private static final long SEED = 20261128;
  private static final double GPU = 10e9;
  private static final double LAPTOP = 2e6;
  private static final double OLD_CORE = 0.5e6;

  @ParameterizedTest
  @ValueSource(doubles = {OLD_CORE, LAPTOP, 100e6, GPU, 500e9})
  void settlesAtTwoSecondsABlock(double rate) {
    PracticeSimulation simulation = new PracticeSimulation(SEED);
    mine(simulation, rate, 600);
    assertThat(mine(simulation, rate, 1600) / 1600)
        .as("seed %d, %.0f H/s", SEED, rate)
        .isBetween(1.5, 2.6);
  }

  @Test
  void theFirstBlocksComeAtOnce() {
    PracticeSimulation simulation = new PracticeSimulation(SEED);
    assertThat(mine(simulation, LAPTOP, 10)).as("seed %d", SEED).isLessThan(5);
  }

  /** Wherever in an interval the fast device stopped, the slow one goes on at once. */
  @Test
  void aChainRaisedOnAGpuGoesOnOnALaptop() {
    for (int stop = 400; stop < 416; stop++) {
      PracticeSimulation simulation = new PracticeSimulation(SEED + stop);
      mine(simulation, GPU, stop);
      simulation.rest(3600);
      assertThat(simulation.mine(LAPTOP)).as("seed %d, stop %d", SEED, stop).isLessThan(2);
      assertThat(mine(simulation, LAPTOP, 16)).as("seed %d, stop %d", SEED, stop).isLessThan(20);
      assertThat(mine(simulation, LAPTOP, 160) / 160)
          .as("seed %d, stop %d", SEED, stop)
          .isLessThan(3);
    }
  }

  @Test
  void theClockIsNotLeftFarBehind() {
    PracticeSimulation simulation = new PracticeSimulation(SEED);
    double seconds = mine(simulation, 500e9, 2000);
    long begun = Network.PRACTICE.genesisHeader().time() + 86_400L;
    assertThat(simulation.chain.parent().time() - begun - seconds)
        .as("seed %d", SEED)
        .isLessThan(120);
  }

  private static double mine(PracticeSimulation simulation, double rate, int blocks) {
    double seconds = 0;
    for (int i = 0; i < blocks; i++) {
      seconds += simulation.mine(rate);
    }
    return seconds;
  }
}
