package org.gruve.kernels.gpu;

import java.util.function.Supplier;
import org.gruve.core.mine.DeviceInfo;

/** Devices on drivers of tests. */
final class GpuDevices {
  static final DeviceInfo INFO = new DeviceInfo("fake:0", "fake", "Fake", "", "");

  private GpuDevices() {}

  static GpuDevice on(Supplier<GpuDriver> opener, Tunings tunings, Checks checks) {
    return new GpuDevice(INFO, "", opener, tunings, checks);
  }
}
