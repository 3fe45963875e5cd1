package org.gruve.kernels.opencl;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.AbstractDeviceTest;
import org.gruve.kernels.gpu.Checks;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Tunings;

class PoclDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    FoundGpu device = OpenClDevices.all().getFirst();
    return new GpuDevice(
        new DeviceInfo("opencl:0", "opencl", device.name(), "", device.busId()),
        "",
        device.opener(),
        Tunings.fixed(Setting.USUAL),
        Checks.NONE);
  }
}
