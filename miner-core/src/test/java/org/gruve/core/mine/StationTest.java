package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StationTest {
  private final RecordedEvents events = new RecordedEvents();
  private final Station station =
      new Station(new ReferenceDevice("cpu", 2), events, new ManualClock());

  @Test
  void tellsAFailureOnceAndKeepsLaterCauses() {
    RuntimeException first = new DeviceException("first");
    RuntimeException second = new DeviceException("second");
    station.fail(first);
    station.fail(first);
    station.fail(second);
    assertThat(events.failures).hasSize(1);
    assertThat(events.failures.element().cause()).isSameAs(first);
    assertThat(first.getSuppressed()).containsExactly(second);
    assertThat(station.hasFailed()).isTrue();
    assertThat(station.meter().errors()).isEqualTo(3);
  }

  @Test
  void wrapsWhatIsNoRuntimeException() {
    Error problem = new LinkageError("no driver");
    station.fail(problem);
    RuntimeException cause = events.failures.element().cause();
    assertThat(cause).isInstanceOf(DeviceException.class).hasMessageContaining("no driver");
    assertThat(cause).hasCause(problem);
  }
}
