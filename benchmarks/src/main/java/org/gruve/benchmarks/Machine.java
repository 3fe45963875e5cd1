package org.gruve.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernels;
import tools.jackson.databind.node.ObjectNode;

/** Writes down where something is measured: the field {@code environment} of raw files. */
public final class Machine {
  private Machine() {}

  /** This machine now; {@code root} is the repository's, for the commit. */
  public static ObjectNode here(Path root) {
    ObjectNode machine = RawJson.object();
    machine.put("cpu", CpuDevice.info(CpuKernels.all().getLast()).name());
    String arch = System.getProperty("os.arch", "unknown");
    HardwareClass.ofCpu(arch, flags(Path.of("/proc/cpuinfo")))
        .ifPresent(known -> machine.put("cpu_class", known.id()));
    // Before anything is pinned: what a pinned measurement uses is in its command.
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("jdk", property("java.vendor.version") + " " + Runtime.version());
    machine.put("os", property("os.name") + " " + arch);
    machine.put("commit", Commit.of(root));
    machine.put("load_average", load());
    return machine;
  }

  /** Empty where the system has no such file. */
  static Set<String> flags(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
          .orElse(Set.of());
    } catch (IOException | UncheckedIOException e) {
      return Set.of(); // The page then says that the class is not known.
    }
  }

  /** What else ran in the last minute: a figure from a busy machine should be seen as such. */
  private static double load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", load));
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
