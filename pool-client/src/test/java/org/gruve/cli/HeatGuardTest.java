package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gruve.cli.HeatGuard.Step;
import org.junit.jupiter.api.Test;

final class HeatGuardTest {
  private static final double NONE = Double.NaN;

  private final HeatGuard guard = new HeatGuard(new TemperatureLimit(90, 80));

  @Test
  void pausesAtTheLimitAndResumesAtTheLowerOne() {
    assertThat(steps(89.9, 90, 95, 89, 80.1, 80, 85, 90))
        .containsExactly(
            Step.STAY,
            Step.PAUSE,
            Step.STAY,
            Step.STAY,
            Step.STAY,
            Step.RESUME,
            Step.STAY,
            Step.PAUSE);
    assertThat(guard.isResting()).isTrue();
  }

  @Test
  void aReadingThatIsLeftOutChangesNothing() {
    assertThat(steps(60, NONE, NONE, 60)).containsOnly(Step.STAY);
    assertThat(steps(90, NONE, 85, 80))
        .containsExactly(Step.PAUSE, Step.STAY, Step.STAY, Step.RESUME);
  }

  @Test
  void pausesOnceTheTemperatureHasBeenUnknownForAWhile() {
    for (int i = 1; i < HeatGuard.PATIENCE; i++) {
      assertThat(steps(NONE)).containsExactly(Step.STAY);
    }
    assertThat(steps(NONE, NONE, 85, 60))
        .containsExactly(Step.PAUSE, Step.STAY, Step.STAY, Step.RESUME);
  }

  private List<Step> steps(double... degrees) {
    return Arrays.stream(degrees)
        .mapToObj(one -> Double.isNaN(one) ? OptionalDouble.empty() : OptionalDouble.of(one))
        .map(guard::observe)
        .toList();
  }
}
