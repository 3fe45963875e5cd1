package org.gruve.kernels.cpu;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gruve.kernels.cpu.CpuKernel.Expected;
import org.gruve.kernels.generate.WideCode;
import org.gruve.kernels.x86.MachineCode;
import org.gruve.kernels.x86.ProcessorFlags;

/**
 * Gates before the kernels that are machine code. They are written while the program starts, and
 * need no compiler and no warming up.
 */
final class MachineKernels {
  private static final String SWITCH = "gruve.machine-code";
  private static final Expected AT_ONCE = new Expected(10, false);

  private MachineKernels() {}

  static List<CpuKernel> all() {
    return Stream.of(sha(), wide()).toList();
  }

  /** On the SHA instructions of x86-64 processors. */
  static CpuKernel sha() {
    return gated("sha-ni", List.of("sha_ni", "avx"), MachineKernels::loadSha);
  }

  /** On AVX-512. */
  static CpuKernel wide() {
    return gated("avx-512", List.of("avx512f", "avx512bw"), MachineKernels::loadWide);
  }

  private static CpuKernel loadSha(String name) {
    MachineCode nonces = MachineCode.load(ShaCode.nonces());
    MachineCode versions = MachineCode.load(ShaCode.rolled());
    return kernel(
        name,
        () -> new Scanner(new ShaNonces(nonces), new ShaVersions(versions)),
        nonces,
        versions);
  }

  private static CpuKernel loadWide(String name) {
    WideCode forNonces = WideCode.nonces();
    WideCode forVersions = WideCode.rolled();
    MachineCode nonces = MachineCode.load(forNonces.bytes());
    MachineCode versions = MachineCode.load(forVersions.bytes());
    return kernel(
        name,
        () ->
            new Scanner(new WideNonces(forNonces, nonces), new WideVersions(forVersions, versions)),
        nonces,
        versions);
  }

  private static CpuKernel kernel(
      String name, Supplier<Scanner> opener, MachineCode nonces, MachineCode versions) {
    return CpuKernel.usable(
        name, AT_ONCE, opener, () -> CodeHash.of(nonces.bytes(), versions.bytes()));
  }

  private static CpuKernel gated(
      String name, List<String> flags, Function<String, CpuKernel> loader) {
    return switchedOff()
        .or(() -> ProcessorFlags.obstacle(flags))
        .map(why -> CpuKernel.unusable(name, new UnsupportedOperationException(why)))
        .orElseGet(() -> loaded(name, loader));
  }

  /** For a system that lists instructions which it then refuses, and to measure the others. */
  private static Optional<String> switchedOff() {
    return System.getProperty(SWITCH, "on").equals("off")
        ? Optional.of("machine code is switched off by -D" + SWITCH + "=off")
        : Optional.empty();
  }

  private static CpuKernel loaded(String name, Function<String, CpuKernel> loader) {
    try {
      return loader.apply(name);
    } catch (IllegalStateException e) {
      return CpuKernel.unusable(name, e);
    }
  }
}
