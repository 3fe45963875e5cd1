package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.kernels.AbstractDeviceTest;
import org.junit.jupiter.api.BeforeAll;

class ShaRolledDeviceTest extends AbstractDeviceTest {
  @BeforeAll
  static void needsItsInstructions() {
    Cuts.assumeAvailable(MachineKernels.sha());
  }

  @Override
  protected Device open() {
    return Cuts.rolling(MachineKernels.sha());
  }
}
