package org.gruve.kernels;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.ReferenceDevice;

/** The contract asks of devices nothing that the JDK's own hashing would not do. */
class OracleDeviceTest extends AbstractDeviceTest {
  @Override
  protected Device open() {
    return new ReferenceDevice("reference", 2);
  }
}
