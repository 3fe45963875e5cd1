package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gruve.benchmarks.Figures;
import tools.jackson.databind.JsonNode;

/** JMH's results: every operation is one hash. */
final class JmhSection {
  private JmhSection() {}

  static String of(List<RawFile> files) {
    StringBuilder page = new StringBuilder("## Pairs in JMH\n\n");
    page.append(
        """
        One thread; each invocation's hits are compared with the JDK's SHA-256. The error is JMH's, of
        99.9 %.

        """);
    if (files.isEmpty()) {
      return page.append("Not measured yet.\n\n").toString();
    }
    for (RawFile file : files) {
      page.append("### ").append(file.cpu()).append("\n\n").append(table(file)).append('\n');
      page.append(Origin.of(file));
      page.append("· `").append(file.text(file.json(), "command")).append("`\n\n");
    }
    return page.toString();
  }

  private static Table table(RawFile file) {
    Table table = new Table("benchmark", "with", "rate:", "error:", "forks × iterations:");
    file.list("results").forEach(result -> row(table, file, result));
    return table;
  }

  private static void row(Table table, RawFile file, JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    if (!metric.path("scoreUnit").asString("").equals("ops/s")) {
      throw new IllegalArgumentException(file.name() + ": a result is not in ops/s");
    }
    double score = file.number(metric, "score");
    table.row(
        shortName(file.text(result, "benchmark")),
        parameters(result.path("params")),
        Figures.rate(score),
        RawFile.optionalNumber(metric, "scoreError").stream()
            .mapToObj(error -> "±" + Figures.decimals(error / score * 100) + " %")
            .findFirst()
            .orElse(""),
        result.path("forks").asInt(0) + " × " + result.path("measurementIterations").asInt(0));
  }

  /** The class and the method. */
  private static String shortName(String name) {
    int method = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', Math.max(0, method - 1)) + 1);
  }

  private static String parameters(JsonNode params) {
    List<String> values = new ArrayList<>();
    params.forEach(
        value -> values.add(value.asString("").toLowerCase(Locale.ROOT).replace('_', '-')));
    return String.join(", ", values);
  }
}
