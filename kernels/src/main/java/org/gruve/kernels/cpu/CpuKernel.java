package org.gruve.kernels.cpu;

import java.util.Optional;
import java.util.function.Supplier;

/** A way to hash on a CPU, or the reason why it cannot be used here. */
public final class CpuKernel {
  private final String name;
  private final Optional<Throwable> cause;
  private final Supplier<LaneRounds> loader;

  private CpuKernel(String name, Optional<Throwable> cause, Supplier<LaneRounds> loader) {
    this.name = name;
    this.cause = cause;
    this.loader = loader;
  }

  static CpuKernel usable(String name, Supplier<LaneRounds> loader) {
    return new CpuKernel(name, Optional.empty(), loader);
  }

  static CpuKernel unusable(String name, Throwable cause) {
    return new CpuKernel(
        name,
        Optional.of(cause),
        () -> {
          throw new IllegalStateException("the kernel " + name + " cannot be used here", cause);
        });
  }

  /** Its name, as users see it: {@code vector-512}, {@code scalar}. */
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

  LaneRounds rounds() {
    return loader.get();
  }

  /** What {@link org.gruve.core.mine.Device#kernelHash} says of it. */
  String hash() {
    return ClassFiles.hash(rounds().getClass());
  }

  @Override
  public String toString() {
    return name;
  }
}
