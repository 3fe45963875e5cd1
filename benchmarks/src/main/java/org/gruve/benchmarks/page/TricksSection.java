package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gruve.benchmarks.Figures;
import tools.jackson.databind.JsonNode;

/** What each trick saved, in the order in which they were added. */
final class TricksSection {
  /** What may be measured of a step, and how it is written. */
  private enum Measure {
    INSTRUCTIONS("instructions"),
    CYCLES_PER_HASH("cycles_per_hash"),
    HASHRATE("hashrate_hs");

    private final String field;

    Measure(String field) {
      this.field = field;
    }

    String head() {
      return field.equals("hashrate_hs") ? "rate:" : field.replace('_', ' ') + ":";
    }

    String shown(double number) {
      return switch (this) {
        case INSTRUCTIONS -> String.format(Locale.ROOT, "%,.0f", number);
        case CYCLES_PER_HASH -> String.format(Locale.ROOT, "%.1f", number);
        case HASHRATE -> Figures.rate(number);
      };
    }
  }

  private TricksSection() {}

  static String of(List<RawFile> files) {
    StringBuilder page = new StringBuilder("## What each trick saved\n\n");
    page.append(
        """
        Each step keeps those before it; the change is against the step before. These are timings or
        counts of a kernel's code alone: that it is right is for the tests of the devices to show.

        """);
    if (files.isEmpty()) {
      return page.append("Not measured yet.\n\n").toString();
    }
    for (RawFile file : files) {
      page.append("### ").append(title(file)).append("\n\n");
      page.append(table(file)).append('\n').append(Origin.of(file));
      RawFile.optionalText(file.json(), "command")
          .ifPresent(how -> page.append("· how: ").append(how).append('\n'));
      page.append('\n');
    }
    return page.toString();
  }

  private static String title(RawFile file) {
    return file.text(file.json(), "kernel")
        + ", "
        + file.text(file.json(), "layout").replace("both", "both layouts")
        + (file.isCounted() ? ", counted" : ", on " + file.cpu());
  }

  private static Table table(RawFile file) {
    JsonNode steps = file.list("steps");
    List<Measure> measures = measures(steps);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException(file.name() + ": no step has a number");
    }
    List<String> heads = new ArrayList<>(List.of("step", "what it does"));
    measures.forEach(measure -> heads.add(measure.head()));
    Table table = new Table(heads.toArray(String[]::new));
    for (int i = 0; i < steps.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(file.text(steps.get(i), "name"));
      cells.add(file.text(steps.get(i), "does"));
      for (Measure measure : measures) {
        cells.add(cell(steps, i, measure));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static List<Measure> measures(JsonNode steps) {
    return Arrays.stream(Measure.values())
        .filter(
            measure ->
                steps
                    .valueStream()
                    .anyMatch(step -> RawFile.optionalNumber(step, measure.field).isPresent()))
        .toList();
  }

  private static String cell(JsonNode steps, int step, Measure measure) {
    OptionalDouble now = RawFile.optionalNumber(steps.get(step), measure.field);
    if (now.isEmpty()) {
      return "";
    }
    String shown = measure.shown(now.getAsDouble());
    OptionalDouble before = RawFile.optionalNumber(steps.path(step - 1), measure.field);
    return before.isPresent()
        ? shown + " (" + Figures.change(before.getAsDouble(), now.getAsDouble()) + ")"
        : shown;
  }
}
