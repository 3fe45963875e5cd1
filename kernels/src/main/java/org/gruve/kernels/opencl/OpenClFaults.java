package org.gruve.kernels.opencl;

import java.util.function.Supplier;
import org.gruve.core.mine.DeviceException;
import org.jocl.CLException;

/** Turns what JOCL throws into what the rest of the program knows. */
final class OpenClFaults {
  private OpenClFaults() {}

  static <T> T told(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (CLException e) {
      throw new DeviceException("the OpenCL driver " + what + ": " + e.getMessage(), e);
    }
  }

  static void run(String what, Runnable call) {
    told(
        what,
        () -> {
          call.run();
          return true;
        });
  }
}
