package org.gruve.kernels.cpu;

import java.util.List;
import org.gruve.kernels.cpu.CpuKernel.Speed;
import org.gruve.kernels.x86.MachineCode;
import org.gruve.kernels.x86.ProcessorFlags;

/** Gates before the kernel that runs on the SHA instructions of x86-64 processors. */
final class ShaKernel {
  private static final String NAME = "sha-ni";
  private static final List<String> NEEDED = List.of("sha_ni", "avx");

  private ShaKernel() {}

  static CpuKernel find() {
    return ProcessorFlags.obstacle(NEEDED)
        .map(why -> CpuKernel.unusable(NAME, new UnsupportedOperationException(why)))
        .orElseGet(ShaKernel::load);
  }

  private static CpuKernel load() {
    try {
      MachineCode nonces = MachineCode.load(ShaCode.nonces());
      MachineCode versions = MachineCode.load(ShaCode.rolled());
      return CpuKernel.usable(
          NAME,
          new Speed(15, false),
          () -> new Scanner(new ShaNonces(nonces), new ShaVersions(versions)),
          () -> CodeHash.of(nonces.bytes(), versions.bytes()));
    } catch (IllegalStateException e) {
      return CpuKernel.unusable(NAME, e);
    }
  }
}
