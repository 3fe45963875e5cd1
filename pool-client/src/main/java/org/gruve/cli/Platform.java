package org.gruve.cli;

import org.gruve.kernels.Devices;

/**
 * What a measurement depends on besides the program.
 *
 * @param processors how many threads the JVM may run at once
 */
record Platform(
    String cpu, int processors, String java, String javaVendor, String system, String arch) {

  static Platform here() {
    String cpu =
        Devices.all().stream()
            .map(offer -> offer.info())
            .filter(info -> info.backend().equals("cpu"))
            .map(info -> info.name())
            .findFirst()
            .orElse("unknown");
    return new Platform(
        cpu,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }
}
