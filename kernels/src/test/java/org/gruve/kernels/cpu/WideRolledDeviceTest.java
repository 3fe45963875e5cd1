package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;
import org.junit.jupiter.api.BeforeAll;

class WideRolledDeviceTest extends AbstractDeviceTest {
  @BeforeAll
  static void needsItsInstructions() {
    Cuts.assumeAvailable(MachineKernels.wide());
  }

  @Override
  protected Device open() {
    return Cuts.rolling(MachineKernels.wide());
  }
}
