package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

class Vector512RolledDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return Cuts.rolling(VectorKernels.ofWidth(512));
  }
}
