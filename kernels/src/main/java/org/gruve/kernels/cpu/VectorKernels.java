package org.gruve.kernels.cpu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.gruve.kernels.cpu.CpuKernel.Expected;

/**
 * Gates before the kernels that need the incubating Vector API. They and nothing else link to it,
 * and they are loaded by name only after the gates are passed.
 */
final class VectorKernels {
  private static final String MODULE = "jdk.incubator.vector";

  private VectorKernels() {}

  static List<CpuKernel> widestFirst() {
    Optional<Throwable> missing = environment();
    int preferred = missing.isPresent() ? 0 : preferredBits();
    return Stream.of(512, 256, 128)
        .map(
            bits ->
                missing
                    .or(() -> tooWide(bits, preferred))
                    .map(t -> unusable(bits, t))
                    .orElseGet(() -> ofWidth(bits)))
        .toList();
  }

  /** A width that this processor may not have: the JDK then computes it another way, slowly. */
  static CpuKernel ofWidth(int bits) {
    return environment().map(cause -> unusable(bits, cause)).orElseGet(() -> generated(bits));
  }

  private static CpuKernel generated(int bits) {
    return CpuKernels.generated(
        name(bits),
        new Expected(timesScalar(bits), true),
        load("Vector" + bits + "Rounds", LaneRounds.class),
        load("Vector" + bits + "Rolled", RolledRounds.class));
  }

  /**
   * What was seen of compiled kernels, at the lower end. Twice as many lanes are more than twice as
   * fast where the wider ones have rotations.
   */
  private static double timesScalar(int bits) {
    return switch (bits) {
      case 512 -> 10;
      case 256 -> 3.5;
      default -> 1.8;
    };
  }

  private static String name(int bits) {
    return "vector-" + bits;
  }

  private static CpuKernel unusable(int bits, Throwable cause) {
    return CpuKernel.unusable(name(bits), cause);
  }

  private static Optional<Throwable> environment() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return because(
          "the module " + MODULE + " is absent: start java with --add-modules=" + MODULE);
    }
    if (System.getProperty("java.vm.info", "").contains("interpreted")) {
      return because("vectors need a JVM that compiles, and this one only interprets (-Xint)");
    }
    return Optional.empty();
  }

  private static Optional<Throwable> tooWide(int bits, int preferred) {
    return bits <= preferred
        ? Optional.empty()
        : because("this processor's vectors have " + preferred + " bits, not " + bits);
  }

  private static Optional<Throwable> because(String sentence) {
    return Optional.of(new UnsupportedOperationException(sentence));
  }

  private static int preferredBits() {
    return load("VectorWidth", IntSupplier.class).getAsInt();
  }

  /** What fails here is a broken build, not a lesser environment, and is thrown as such. */
  private static <T> T load(String className, Class<T> type) {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      Class<?> found = lookup.findClass(VectorKernels.class.getPackageName() + "." + className);
      MethodType noArguments = MethodType.methodType(void.class);
      return type.cast(lookup.findConstructor(found, noArguments).invoke());
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new LinkageError("the kernel class " + className + " cannot be loaded", e);
    }
  }
}
