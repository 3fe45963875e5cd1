package org.gruve.benchmarks.page;

import java.util.List;
import java.util.Locale;
import org.gruve.benchmarks.Figures;
import tools.jackson.databind.JsonNode;

/** How fast headers, blocks and scripts are checked. */
final class ValidationSection {
  private ValidationSection() {}

  static String of(List<RawFile> files) {
    StringBuilder page = new StringBuilder("## Validation\n\n");
    page.append(
        """
        `benchmarks/run validation`; what is compared runs in turns in one process, on the same
        threads. Every figure is of a run that found all valid. A ratio is the median of the rounds' ratios.

        """);
    if (files.isEmpty()) {
      return page.append("Not measured yet.\n\n").toString();
    }
    for (RawFile file : files) {
      page.append(times(file)).append('\n').append(ratios(file)).append('\n');
      page.append(Origin.of(file)).append('\n');
    }
    return page.toString();
  }

  private static Table times(RawFile file) {
    Table table = new Table("what", "backend", "threads:", "rounds:", "median:", "range:");
    for (JsonNode result : file.list("results")) {
      table.row(
          file.text(result, "what"),
          RawFile.optionalText(result, "backend").orElse(""),
          Integer.toString((int) file.number(result, "threads")),
          Integer.toString((int) file.number(result, "rounds")),
          milliseconds(file.number(result, "seconds")),
          milliseconds(file.number(result, "least"))
              + "–"
              + milliseconds(file.number(result, "most")));
    }
    return table;
  }

  private static Table ratios(RawFile file) {
    Table table = new Table("compared", "ratio:", "range:");
    for (JsonNode ratio : file.list("ratios")) {
      table.row(
          file.text(ratio, "what"),
          Figures.ratio(file.number(ratio, "ratio")),
          Figures.ratio(file.number(ratio, "least"))
              + "–"
              + Figures.ratio(file.number(ratio, "most")));
    }
    return table;
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 0.01 ? "%.2f ms" : "%.0f ms", seconds * 1000);
  }
}
