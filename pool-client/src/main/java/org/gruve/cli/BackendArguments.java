package org.gruve.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** {@code --no-cuda} and the like, shared by the commands that look for devices. */
final class BackendArguments {
  @Option(
      names = "--no-cuda",
      description = "Use no device through CUDA, and do not load its driver.")
  private boolean noCuda;

  @Option(
      names = "--no-opencl",
      description = "Use no device through OpenCL, and do not load its drivers.")
  private boolean noOpencl;

  @Option(names = "--no-cpu", description = "Do not use the CPU, even where there is no GPU.")
  private boolean noCpu;

  /** The names of the backends that are left out. */
  Set<String> without() {
    Set<String> names = new LinkedHashSet<>();
    add(names, "cuda", noCuda);
    add(names, "opencl", noOpencl);
    add(names, "cpu", noCpu);
    return names;
  }

  private static void add(Set<String> names, String name, boolean left) {
    if (left) {
      names.add(name);
    }
  }
}
