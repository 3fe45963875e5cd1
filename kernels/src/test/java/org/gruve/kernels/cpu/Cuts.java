package org.gruve.kernels.cpu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Devices that roll versions where they would not usually. */
final class Cuts {
  /** From two versions on, in full groups or not, and more than one part where there are many. */
  private static final VersionCut ROLLING = new VersionCut(2, 40, 1);

  private Cuts() {}

  static CpuDevice rolling(CpuKernel kernel) {
    return new CpuDevice(new KernelChoice(List.of(kernel)), ROLLING, 2);
  }

  /** Skips a test on a processor that lacks what a kernel needs. */
  static void assumeAvailable(CpuKernel kernel) {
    assumeTrue(kernel.isAvailable(), () -> kernel + ": " + kernel.unavailabilityCause());
  }
}
