package org.gruve.kernels.x86;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a processor of this machine can do, as Linux says it: a flag stands there only when the
 * system keeps the registers that belong to it.
 */
public record ProcessorFlags(Set<String> flags) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Those flags of this machine that say which kernels can run, narrow ones first. */
  public static List<String> thatMatter() {
    Set<String> here = read(CPUINFO).flags();
    return Stream.of("sse4_1", "avx", "avx2", "sha_ni", "avx512f", "avx512bw")
        .filter(here::contains)
        .toList();
  }

  static ProcessorFlags read(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return new ProcessorFlags(
          lines
              .filter(line -> line.startsWith("flags"))
              .limit(1)
              .flatMap(
                  line -> Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split(" ")))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException | UncheckedIOException e) {
      return new ProcessorFlags(Set.of()); // Other systems than Linux have no such file.
    }
  }

  /**
   * Why machine code that needs some instructions cannot run here, in a sentence; empty where it
   * can.
   */
  public static Optional<String> obstacle(Collection<String> needed) {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "");
    return system.equals("Linux") && processor.equals("amd64")
        ? read(CPUINFO).firstMissing(needed)
        : Optional.of(
            "machine code is written for Linux on x86-64 only, and this is %s on %s"
                .formatted(system, processor));
  }

  Optional<String> firstMissing(Collection<String> needed) {
    return needed.stream()
        .filter(flag -> !flags.contains(flag))
        .findFirst()
        .map(flag -> "this processor has no " + flag + " instructions");
  }
}
