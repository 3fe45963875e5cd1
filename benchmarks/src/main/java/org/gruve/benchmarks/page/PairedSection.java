package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import org.gruve.benchmarks.Figures;
import tools.jackson.databind.JsonNode;

/** Gruve beside other miners. The medians are taken here again, from the rounds. */
final class PairedSection {
  private PairedSection() {}

  static String of(List<RawFile> files) {
    StringBuilder page = new StringBuilder("## Side by side\n\n");
    page.append(
        """
        Both programs ran in turns. The ratio is the median of the rounds' own ratios, so a machine that
        slows down meanwhile changes little.

        """);
    if (files.isEmpty()) {
      return page.append("Not measured yet.\n\n").toString();
    }
    Table table =
        new Table("CPU", "kernel", "layout", "other miner", "Gruve:", "other:", "ratio:", "range:");
    files.forEach(file -> row(table, file));
    page.append(table).append('\n');
    files.forEach(file -> page.append(details(file)));
    return page.toString();
  }

  private static void row(Table table, RawFile file) {
    JsonNode device = file.json().path("gruve").path("device");
    List<Double> gruve = numbers(file, "gruve_hs");
    List<Double> peer = numbers(file, "peer_hs");
    List<Double> ratios = ratios(gruve, peer);
    table.row(
        file.cpu(),
        file.text(device, "kernel"),
        RawFile.optionalText(device, "layout").orElse(""),
        file.text(file.json().path("peer"), "name"),
        Figures.rate(Figures.median(gruve)),
        Figures.rate(Figures.median(peer)),
        "**" + Figures.ratio(Figures.median(ratios)) + "**",
        range(ratios));
  }

  private static String details(RawFile file) {
    return """
    - %s  \n  `%s`  \n  `%s`  \n  %s, %s
    """
            .formatted(
                Origin.of(file).strip(),
                file.text(file.json().path("gruve"), "command"),
                file.text(file.json().path("peer"), "command"),
                rounds(file),
                file.json().path("pinned").asBoolean(false)
                    ? "both pinned to one processor"
                    : "not pinned")
        + "\n";
  }

  /** How many, who began, and whether Gruve had settled, where the file tells. */
  private static String rounds(RawFile file) {
    JsonNode rounds = file.list("rounds");
    String text = rounds.size() + " rounds";
    if (rounds.get(0).has("first")) {
      text += ", Gruve first in " + count(rounds, "first", "gruve");
    }
    if (rounds.get(0).has("steady")) {
      text += ", its rate steady in " + count(rounds, "steady", "true");
    }
    return RawFile.optionalText(file.json().path("gruve").path("device"), "kernel_hash")
            .map(hash -> "kernel hash " + hash + ", ")
            .orElse("")
        + text;
  }

  private static long count(JsonNode rounds, String field, String value) {
    return rounds
        .valueStream()
        .filter(round -> round.path(field).asString("").equals(value))
        .count();
  }

  private static List<Double> numbers(RawFile file, String field) {
    List<Double> numbers = new ArrayList<>();
    file.list("rounds").forEach(round -> numbers.add(file.number(round, field)));
    return numbers;
  }

  private static List<Double> ratios(List<Double> gruve, List<Double> peer) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < gruve.size(); i++) {
      ratios.add(gruve.get(i) / peer.get(i));
    }
    return ratios;
  }

  private static String range(List<Double> ratios) {
    double least = ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return Figures.decimals(least) + "–" + Figures.decimals(most);
  }
}
