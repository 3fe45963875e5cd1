package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"00000000:0A:00.0", "0000:0a:00.0", "0a:00.0", " 0A:00.0", "A:0.0", "a:0"})
  void allWaysOfWritingAPlaceAreTheSame(String written) {
    assertThat(BusId.of(written)).hasValue(new BusId("0000:0a:00.0"));
  }

  @Test
  void keepsTheDomain() {
    assertThat(BusId.of("00000001:0A:00.0")).hasValue(new BusId("0001:0a:00.0"));
    assertThat(BusId.of("0001:0a:1f")).hasValue(new BusId("0001:0a:1f.0"));
    assertThat(BusId.of("00010000:0A:00.0")).hasValue(new BusId("10000:0a:00.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "cuda:0", "0a", "0a:00.8", "123456789:0a:00.0"})
  void knowsWhatIsNoBusId(String written) {
    assertThat(BusId.of(written)).isEmpty();
  }
}
