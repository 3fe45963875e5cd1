package org.gruve.kernels.cpu;

import java.util.ArrayList;
import java.util.List;
import org.gruve.kernels.cpu.CpuKernel.Expected;

/** The one place where kernels of the CPU are found. */
public final class CpuKernels {
  private CpuKernels() {}

  /** All kernels, best first; those that cannot be used here say why. The last one always can. */
  public static List<CpuKernel> all() {
    List<CpuKernel> kernels = new ArrayList<>();
    kernels.addAll(MachineKernels.all());
    kernels.addAll(VectorKernels.widestFirst());
    kernels.add(scalar());
    return List.copyOf(kernels);
  }

  static CpuKernel scalar() {
    return generated("scalar", new Expected(1, false), new ScalarRounds(), new ScalarRolled());
  }

  /** A kernel of expanded Java: its rounds keep no state, so all workers share them. */
  static CpuKernel generated(
      String name, Expected expected, LaneRounds nonces, RolledRounds versions) {
    return CpuKernel.usable(
        name,
        expected,
        () -> new Scanner(new LaneNonces(nonces), new LaneVersions(versions)),
        () -> CodeHash.of(nonces.getClass(), versions.getClass()));
  }
}
