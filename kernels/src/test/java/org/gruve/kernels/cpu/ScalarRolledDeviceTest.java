package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class ScalarRolledDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return Cuts.rolling(CpuKernels.scalar());
  }
}
