package org.gruve.kernels.cuda;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.AbstractDeviceTest;
import org.gruve.kernels.gpu.Checks;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Tunings;
import org.junit.jupiter.api.Tag;

/** The way through JCuda and the driver's API, and the kernels with all that can be multiplied. */
@Tag(StandIn.TAG)
class CudaDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    StandIn.assumed().reset();
    return device(Setting.USUAL);
  }

  static GpuDevice device(Setting setting) {
    FoundGpu gpu = CudaDevices.all().getFirst();
    return new GpuDevice(
        new DeviceInfo("cuda:0", "cuda", gpu.name(), "", gpu.busId()),
        gpu.kernelHash(),
        gpu.opener(),
        Tunings.fixed(setting),
        Checks.NONE);
  }
}
