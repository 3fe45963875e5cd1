package org.gruve.kernels.opencl;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.AbstractDeviceTest;
import org.gruve.kernels.gpu.Checks;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Tunings;
import org.junit.jupiter.api.Assumptions;

/** On whatever OpenCL driver is installed; PoCL, which needs no GPU, will do. */
class OpenClDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    FoundGpu gpu = first();
    return new GpuDevice(
        new DeviceInfo("opencl:0", "opencl", gpu.name(), "", gpu.busId()),
        gpu.kernelHash(),
        gpu.opener(),
        Tunings.fixed(setting()),
        Checks.NONE);
  }

  Setting setting() {
    return Setting.USUAL;
  }

  private static FoundGpu first() {
    try {
      return OpenClDevices.all().getFirst();
    } catch (DeviceException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }
}
