package org.gruve.cli;

import java.util.List;
import org.gruve.kernels.Devices;
import org.gruve.kernels.x86.ProcessorFlags;

/**
 * What a measurement depends on besides the program.
 *
 * @param processors how many threads the JVM may run at once
 * @param cpuFlags those of the processor's instructions that kernels use, as Linux names them
 */
record Platform(
    String cpu,
    int processors,
    List<String> cpuFlags,
    String java,
    String javaVendor,
    String system,
    String arch) {

  static Platform here() {
    String cpu =
        Devices.of("cpu").stream()
            .map(offer -> offer.info())
            .map(info -> info.name())
            .findFirst()
            .orElse("unknown");
    return new Platform(
        cpu,
        Runtime.getRuntime().availableProcessors(),
        ProcessorFlags.thatMatter(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }
}
