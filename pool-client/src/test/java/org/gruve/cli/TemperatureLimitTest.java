package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemperatureLimitTest {
  @Test
  void resumesTenDegreesLowerUnlessToldOtherwise() {
    assertThat(TemperatureLimit.parse("85")).hasValue(new TemperatureLimit(85, 75));
    assertThat(TemperatureLimit.parse("85:60")).hasValue(new TemperatureLimit(85, 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hot", "85:", "85:85", "60:85", "10", "121", "85C", "-5", "85.5"})
  void knowsWhatIsNoLimit(String text) {
    assertThat(TemperatureLimit.parse(text)).isEmpty();
  }
}
