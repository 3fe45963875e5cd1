package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class WideDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    Cuts.assumeAvailable(MachineKernels.wide());
    return CpuDevice.with(MachineKernels.wide(), 2);
  }
}
