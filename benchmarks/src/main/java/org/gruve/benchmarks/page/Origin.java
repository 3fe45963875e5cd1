package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gruve.benchmarks.HardwareClass;
import tools.jackson.databind.JsonNode;

/** Where, when and from which source the figures of a raw file come. */
final class Origin {
  private Origin() {}

  /** One paragraph, ending with a link to the file. */
  static String of(RawFile file) {
    List<String> parts = new ArrayList<>();
    if (file.isCounted()) {
      parts.add("counted for " + title(file) + ", not run");
    } else {
      parts.add(file.cpu() + " (" + title(file) + ")");
      file.machineNumber("cores", "processors")
          .ifPresent(cores -> parts.add(cores == 1 ? "1 core" : (int) cores + " cores"));
    }
    clock(file).ifPresent(hz -> parts.add(String.format(Locale.ROOT, "%.2f GHz", hz / 1e9)));
    file.machineNumber("load_average").ifPresent(load -> parts.add("load " + load + " before"));
    file.machine("jdk", "java").ifPresent(jdk -> parts.add("JDK " + jdk.strip()));
    file.machine("os", "system").ifPresent(os -> parts.add(os.strip()));
    file.machine("commit").ifPresent(commit -> parts.add("commit " + commit.strip()));
    file.machine("date").ifPresent(date -> parts.add(date.strip()));
    parts.add("[raw](benchmarks/" + file.name() + ")");
    return String.join(" · ", parts) + "\n";
  }

  static String title(RawFile file) {
    return file.cpuClass().map(HardwareClass::title).orElse("class not recorded");
  }

  /** Of the file, its first device, Gruve's side of a pair, or its first round. */
  private static OptionalDouble clock(RawFile file) {
    JsonNode json = file.json();
    return Stream.of(
            json,
            json.path("environment"),
            json.path("devices").path(0),
            json.path("gruve").path("device"),
            json.path("rounds").path(0))
        .flatMapToDouble(in -> RawFile.optionalNumber(in, "clock_hz").stream())
        .findFirst();
  }
}
