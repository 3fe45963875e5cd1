package org.gruve.kernels.cuda;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ptxas -v} says of each kernel. */
record PtxasReport(Map<String, Use> kernels) {
  private static final Pattern KERNEL =
      Pattern.compile(
          "Compiling entry function '([^']+)'.*?(\\d+) bytes stack frame, (\\d+) bytes spill"
              + " stores, (\\d+) bytes spill loads.*?Used (\\d+) registers",
          Pattern.DOTALL);

  static PtxasReport read(String said) {
    Map<String, Use> kernels = new TreeMap<>();
    Matcher kernel = KERNEL.matcher(said);
    while (kernel.find()) {
      int spilled = Integer.parseInt(kernel.group(3)) + Integer.parseInt(kernel.group(4));
      kernels.put(
          kernel.group(1),
          new Use(Integer.parseInt(kernel.group(5)), Integer.parseInt(kernel.group(2)), spilled));
    }
    return new PtxasReport(kernels);
  }

  /** What a thread takes: registers, and bytes of local memory. */
  record Use(int registers, int stackBytes, int spillBytes) {}
}
