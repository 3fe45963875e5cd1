package org.gruve.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernels;
import org.gruve.kernels.x86.ProcessorFlags;
import tools.jackson.databind.node.ObjectNode;

/** Writes down where something is measured: the field {@code environment} of raw files. */
public final class Machine {
  private Machine() {}

  /** This machine now. */
  public static ObjectNode here() {
    ObjectNode machine = RawJson.object();
    machine.put("cpu", CpuDevice.info(CpuKernels.all().getLast()).name());
    String arch = System.getProperty("os.arch", "unknown");
    HardwareClass.ofCpu(arch, Set.copyOf(ProcessorFlags.thatMatter()))
        .ifPresent(known -> machine.put("cpu_class", known.id()));
    // Before anything is pinned: what a pinned measurement uses is in its command.
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("jdk", property("java.vendor.version") + " " + Runtime.version());
    machine.put("os", property("os.name") + " " + arch);
    machine.put("load_average", load());
    return machine;
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
