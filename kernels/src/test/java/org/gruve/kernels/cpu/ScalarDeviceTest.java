package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class ScalarDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return CpuDevice.with(CpuKernels.scalar(), 2);
  }
}
