package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class ShaDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    Cuts.assumeAvailable(MachineKernels.sha());
    return CpuDevice.with(MachineKernels.sha(), 2);
  }
}
