package org.gruve.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Opening;
import org.gruve.kernels.SelfTest;

/**
 * Opens, tests and closes devices, and gives up what does not end: a driver may hang; the CPU takes
 * the time that it takes. All of it throws {@link org.gruve.core.mine.DeviceException}.
 */
record GuardedDevices(DeviceGuard guard, BooleanSupplier stopping) {
  Device opened(DeviceOffer offer, Opening how) {
    return guarded(offer.info(), "open-", () -> offer.open(how));
  }

  /** A device that does not pass is closed; it is left open only where the test does not end. */
  SelfTest.Result tested(Device device) {
    return guarded(device.info(), "test-", () -> test(device));
  }

  void close(Device device) {
    guarded(
        device.info(),
        "close-",
        () -> {
          device.close();
          return true;
        });
  }

  private SelfTest.Result test(Device device) {
    boolean passes = false;
    try {
      SelfTest.Result result = SelfTest.run(device, stopping);
      passes = result.passed();
      return result;
    } finally {
      if (!passes) {
        device.close();
      }
    }
  }

  private <T> T guarded(DeviceInfo device, String thread, Supplier<T> task) {
    return device.hasDriver() ? guard.call(thread + device.id(), task::get) : task.get();
  }
}
