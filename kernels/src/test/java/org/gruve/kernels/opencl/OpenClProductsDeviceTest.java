package org.gruve.kernels.opencl;

import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Variant;

/** With all that can be a multiplication made one. */
class OpenClProductsDeviceTest extends OpenClDeviceTest {
  @Override
  Setting setting() {
    return new Setting(new Variant(true, true, Variant.MOST_TURNS), 128, 64);
  }
}
