package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();
  private final int columns;

  /** Columns whose head ends in a colon are numbers, and stand at the right. */
  Table(String... heads) {
    columns = heads.length;
    lines.add(line(Stream.of(heads).map(head -> head.replaceFirst(":$", ""))));
    lines.add(line(Stream.of(heads).map(head -> head.endsWith(":") ? "---:" : "---")));
  }

  Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns + " columns");
    }
    lines.add(line(Stream.of(cells).map(Table::escaped)));
    return this;
  }

  /** A bar or an end of line in a raw file does not break the table. */
  private static String escaped(String cell) {
    return cell.replaceAll("\\R", " ").replace("|", "\\|");
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
