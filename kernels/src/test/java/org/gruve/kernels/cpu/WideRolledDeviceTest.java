package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class WideRolledDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    Cuts.assumeAvailable(MachineKernels.wide());
    return Cuts.rolling(MachineKernels.wide());
  }
}
