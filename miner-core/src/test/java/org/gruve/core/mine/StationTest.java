package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
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

  @Test
  void metersNameTheKernelThatIsInUseNow() {
    Device turning = new TurningDevice();
    Station watched = new Station(turning, events, new ManualClock());
    assertThat(watched.meter().device().kernel()).isEqualTo("fast");
    turning.close();
    assertThat(watched.meter().device().kernel()).isEqualTo("sure");
  }

  @Test
  void passesOnWhatADeviceWantsItsUserToKnow() {
    TurningDevice talking = new TurningDevice();
    Station unused = new Station(talking, events, new ManualClock());
    talking.listener.accept("it is warm here");
    assertThat(events.remarks).containsExactly("cpu: it is warm here");
    assertThat(unused.hasFailed()).isFalse();
  }

  /** Goes over to another kernel, here when it is closed. */
  private static final class TurningDevice implements Device {
    private String kernel = "fast";
    private Consumer<String> listener = remark -> {};

    @Override
    public DeviceInfo info() {
      return new DeviceInfo("cpu", "cpu", "a processor", kernel, "");
    }

    @Override
    public String kernelHash() {
      return "";
    }

    @Override
    public void listen(Consumer<String> remarks) {
      listener = remarks;
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Searcher searcher(int index) {
      throw new DeviceException("this device is only looked at");
    }

    @Override
    public void close() {
      kernel = "sure";
    }
  }
}
