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

  /** One paragraph, ending with the file's name. */
  static String of(RawFile file) {
    JsonNode environment = file.environment();
    List<String> parts = new ArrayList<>();
    parts.add(file.cpu() + " (" + title(file) + ")");
    RawFile.optionalNumber(environment, "cores")
        .ifPresent(cores -> parts.add(cores == 1 ? "1 core" : (int) cores + " cores"));
    clock(file).ifPresent(hz -> parts.add(String.format(Locale.ROOT, "%.2f GHz", hz / 1e9)));
    RawFile.optionalNumber(environment, "load_average")
        .ifPresent(load -> parts.add("load " + load + " before"));
    add(parts, "JDK ", environment, "jdk");
    add(parts, "", environment, "os");
    add(parts, "commit ", environment, "commit");
    add(parts, "", file.json(), "date");
    parts.add("[raw](benchmarks/" + file.name() + ")");
    return String.join(" · ", parts) + "\n";
  }

  static String title(RawFile file) {
    return file.cpuClass().map(HardwareClass::title).orElse("class not recorded");
  }

  /** Of the file, its only device, or Gruve's side of a pair. */
  private static OptionalDouble clock(RawFile file) {
    JsonNode json = file.json();
    return Stream.of(
            json,
            file.environment(),
            json.path("devices").path(0),
            json.path("gruve").path("device"))
        .flatMapToDouble(in -> RawFile.optionalNumber(in, "clock_hz").stream())
        .findFirst();
  }

  private static void add(List<String> parts, String before, JsonNode in, String field) {
    RawFile.optionalText(in, field)
        .filter(text -> !text.isBlank())
        .ifPresent(text -> parts.add(before + text.strip()));
  }
}
