package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gruve.core.mine.DeviceMeter;
import org.junit.jupiter.api.Test;

final class WrongHitsTest {
  private final WrongHits hits = new WrongHits();

  @Test
  void tellsTheFirstAtOnceAndLaterOnesOnceAMinuteAsANumber() {
    assertThat(hits.first(Samples.CPU, at(0))).get().asString().startsWith("cpu reported a hit");
    assertThat(hits.first(Samples.CPU, at(1))).isEmpty();
    assertThat(hits.due(meters(900), at(59))).isEmpty();
    assertThat(hits.due(meters(1001), at(60)))
        .singleElement()
        .asString()
        .contains("cpu reported 1,000 hits in the last minute", "1,001 so far");
    assertThat(hits.due(meters(2000), at(119))).isEmpty();
    assertThat(hits.due(meters(2001), at(120))).singleElement().asString().contains("2,001 so far");
  }

  @Test
  void isSilentAboutADeviceThatHasRecovered() {
    hits.first(Samples.CPU, at(0));
    assertThat(hits.due(meters(1), at(60))).isEmpty();
    assertThat(hits.due(meters(1), at(120))).isEmpty();
  }

  @Test
  void isSilentAboutADeviceThatWasNeverWrong() {
    assertThat(hits.due(meters(0), at(600))).isEmpty();
  }

  private static long at(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private static List<DeviceMeter> meters(long errors) {
    double rate = 1e6;
    return List.of(new DeviceMeter(Samples.CPU, 1, errors, rate, rate, rate, rate, rate));
  }
}
