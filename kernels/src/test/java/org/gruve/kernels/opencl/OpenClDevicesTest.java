package org.gruve.kernels.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.FoundGpu;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OpenClDevicesTest {
  private static final FoundGpu GPU =
      FoundGpu.mute("g", "v", FoundGpu.Kind.GPU, new DeviceException("a fake"));

  @Test
  void keepsTheDevicesOfOtherDriversWhereOneFails() {
    assertThat(OpenClDevices.all(List.of("bad", "good"), OpenClDevicesTest::devices))
        .containsExactly(GPU);
  }

  @Test
  void saysWhatFailedWhereThereAreNoOthers() {
    assertThatThrownBy(() -> OpenClDevices.all(List.of("empty", "bad"), OpenClDevicesTest::devices))
        .isInstanceOf(DeviceException.class)
        .hasMessage("it is broken");
    assertThatThrownBy(() -> OpenClDevices.all(List.of("empty"), OpenClDevicesTest::devices))
        .hasMessage("the OpenCL drivers here have no devices");
  }

  /** A device that no driver knows. */
  @Test
  void listsADeviceThatDoesNotTellAnything() {
    try {
      OpenClDevices.all();
    } catch (DeviceException e) {
      Assumptions.abort(String.valueOf(e.getMessage()));
    }
    FoundGpu found =
        OpenClDevices.found(new OpenClDevice(new cl_platform_id(), new cl_device_id()));
    assertThat(found.refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("INVALID_DEVICE"));
    assertThatThrownBy(() -> found.opener().get()).isInstanceOf(DeviceException.class);
  }

  private static List<FoundGpu> devices(String driver) {
    return switch (driver) {
      case "good" -> List.of(GPU);
      case "empty" -> List.of();
      default -> throw new DeviceException("it is broken");
    };
  }
}
