package org.gruve.kernels.cpu;

import java.util.ArrayList;
import java.util.List;

/** The one place where kernels of the CPU are found. */
public final class CpuKernels {
  private CpuKernels() {}

  /** All kernels, best first; those that cannot be used here say why. The last one always can. */
  public static List<CpuKernel> all() {
    List<CpuKernel> kernels = new ArrayList<>(VectorKernels.widestFirst());
    kernels.add(scalar());
    return List.copyOf(kernels);
  }

  static CpuKernel scalar() {
    return CpuKernel.usable("scalar", ScalarRounds::new);
  }
}
