package org.gruve.kernels.cpu;

import java.util.Optional;
import java.util.function.Supplier;

/** A way to hash on a CPU, or the reason why it cannot be used here. */
public final class CpuKernel {
  private final String name;
  private final Expected expected;
  private final Optional<Throwable> cause;
  private final Supplier<Scanner> opener;
  private final Supplier<String> hash;

  private CpuKernel(
      String name,
      Expected expected,
      Optional<Throwable> cause,
      Supplier<Scanner> opener,
      Supplier<String> hash) {
    this.name = name;
    this.expected = expected;
    this.cause = cause;
    this.opener = opener;
    this.hash = hash;
  }

  /**
   * What is expected of a kernel's speed.
   *
   * @param timesScalar as many times that of the scalar kernel, once it is warm
   * @param warmsUp whether it begins slowly, because the JVM has to compile it
   */
  record Expected(double timesScalar, boolean warmsUp) {}

  static CpuKernel usable(
      String name, Expected expected, Supplier<Scanner> opener, Supplier<String> hash) {
    return new CpuKernel(name, expected, Optional.empty(), opener, hash);
  }

  static CpuKernel unusable(String name, Throwable cause) {
    Supplier<Scanner> refusal =
        () -> {
          throw new IllegalStateException("the kernel " + name + " cannot be used here", cause);
        };
    return new CpuKernel(name, new Expected(1, false), Optional.of(cause), refusal, () -> "");
  }

  /** Its name, as users see it: {@code sha-ni}, {@code vector-512}, {@code scalar}. */
  public String name() {
    return name;
  }

  /** Whether it can run here at all. */
  public boolean isAvailable() {
    return cause.isEmpty();
  }

  /** Why it cannot. */
  public Optional<Throwable> unavailabilityCause() {
    return cause;
  }

  /** Whether it begins slowly, because the JVM has to compile it first. */
  public boolean warmsUp() {
    return expected.warmsUp();
  }

  Expected expected() {
    return expected;
  }

  /** A scanner for one worker. */
  Scanner scanner() {
    return opener.get();
  }

  /** What {@link org.gruve.core.mine.Device#kernelHash} says of it. */
  String hash() {
    return hash.get();
  }

  @Override
  public String toString() {
    return name;
  }
}
