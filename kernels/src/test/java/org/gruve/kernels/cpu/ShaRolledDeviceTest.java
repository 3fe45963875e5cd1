package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class ShaRolledDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    Cuts.assumeAvailable(MachineKernels.sha());
    return Cuts.rolling(MachineKernels.sha());
  }
}
