package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class Vector256DeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return CpuDevice.with(VectorKernels.ofWidth(256), 2);
  }
}
