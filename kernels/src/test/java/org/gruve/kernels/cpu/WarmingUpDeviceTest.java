package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

/** Two kernels in turns yield the same hits as one. */
class WarmingUpDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return CpuDevice.warmingUp(VectorKernels.ofWidth(256), CpuKernels.scalar(), 2);
  }
}
