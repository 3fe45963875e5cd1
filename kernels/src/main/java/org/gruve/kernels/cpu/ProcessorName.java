package org.gruve.kernels.cpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the processor is called, where the system says so; else its architecture. */
final class ProcessorName {
  private ProcessorName() {}

  static String read() {
    return read(Path.of("/proc/cpuinfo"));
  }

  static String read(Path cpuinfo) {
    String fallback = System.getProperty("os.arch", "unknown") + " processor";
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElse(fallback);
    } catch (IOException | UncheckedIOException e) {
      return fallback; // Other systems than Linux have no such file: the name is only for show.
    }
  }
}
