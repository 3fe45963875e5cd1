package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class Vector128DeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return CpuDevice.with(VectorKernels.ofWidth(128), 2);
  }
}
