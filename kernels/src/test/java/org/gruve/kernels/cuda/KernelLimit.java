package org.gruve.kernels.cuda;

import java.util.List;
import java.util.Optional;

/**
 * The most ALU instructions that a hash may cost, by a part of the kernel's name.
 *
 * @param inLoop whether the longest innermost loop is counted, or all of the kernel
 */
record KernelLimit(String namePart, boolean inLoop, int alu) {
  static final List<KernelLimit> ALL =
      List.of(new KernelLimit("versions", true, 1440), new KernelLimit("nonces", false, 1670));

  /** The limit of a kernel; one that does not hash has none. */
  static Optional<KernelLimit> of(String kernel) {
    return ALL.stream().filter(limit -> limit.isFor(kernel)).findFirst();
  }

  boolean isFor(String kernel) {
    return kernel.contains(namePart);
  }

  SassCount count(SassCode code) {
    return inLoop
        ? code.count(
            code.longestInnermostLoop()
                .orElseThrow(() -> new AssertionError("a kernel without a loop")))
        : code.count();
  }
}
