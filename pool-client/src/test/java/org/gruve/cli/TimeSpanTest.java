package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({"20, PT20S", "20s, PT20S", "10m, PT10M", "1h, PT1H", "2d, PT48H"})
  void readsWhatMinersWrite(String text, Duration meant) {
    assertThat(TimeSpan.parse(text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0s", "-1", "1.5h", "10 m", "5w", "4000d", "99999999999"})
  void refusesOthers(String text) {
    assertThat(TimeSpan.parse(text)).isEmpty();
  }
}
