package org.gruve.kernels;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * On whose hardware each backend has really been run, all tests included. A line here is the result
 * of a run that docs/benchmarks tells of.
 */
final class ProvenHardware {
  /** Words of vendors' names as their drivers spell them, in lower case. */
  private static final Map<String, List<String>> VENDORS =
      Map.of("cuda", List.of(), "opencl", List.of());

  private ProvenHardware() {}

  /** OpenCL on a CPU is what our own tests run on. */
  static boolean has(String backend, DeviceFacts facts) {
    String vendor = facts.vendor().toLowerCase(Locale.ROOT);
    return facts.type() == DeviceFacts.Type.CPU
        || VENDORS.getOrDefault(backend, List.of()).stream().anyMatch(vendor::contains);
  }
}
