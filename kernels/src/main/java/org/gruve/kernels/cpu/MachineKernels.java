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
    return kernel(
        name,
        () -> new Scanner(new ShaNonces(Sha.NONCES), new ShaVersions(Sha.VERSIONS)),
        Sha.NONCES,
        Sha.VERSIONS);
  }

  private static CpuKernel loadWide(String name) {
    return kernel(
        name,
        () ->
            new Scanner(
                new WideNonces(Wide.FOR_NONCES, Wide.NONCES),
                new WideVersions(Wide.FOR_VERSIONS, Wide.VERSIONS)),
        Wide.NONCES,
        Wide.VERSIONS);
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
    } catch (UnsupportedOperationException | LinkageError e) {
      return CpuKernel.unusable(name, e);
    }
  }

  /** Loaded when first used, and once. */
  private static final class Sha {
    static final MachineCode NONCES = MachineCode.load(ShaCode.nonces());
    static final MachineCode VERSIONS = MachineCode.load(ShaCode.rolled());
  }

  /** Loaded when first used, and once. */
  private static final class Wide {
    static final WideCode FOR_NONCES = WideCode.nonces();
    static final WideCode FOR_VERSIONS = WideCode.rolled();
    static final MachineCode NONCES = MachineCode.load(FOR_NONCES.bytes());
    static final MachineCode VERSIONS = MachineCode.load(FOR_VERSIONS.bytes());
  }
}
