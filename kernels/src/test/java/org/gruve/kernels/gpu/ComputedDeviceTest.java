package org.gruve.kernels.gpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;

/** All that is the same for every driver, on none. */
class ComputedDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return GpuDevices.on(ComputedDriver::new, Tunings.fixed(Setting.USUAL), Checks.NONE);
  }
}
