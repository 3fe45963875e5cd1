package org.gruve.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Lines in XMRig's shape, {@code [time] tag text}, with the status line kept below them. What
 * belongs to the practice network says so at its end.
 */
final class LogLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final PrintStream out;
  private final Style style;
  private final StatusLine status;
  private final ZoneId zone;

  LogLines(PrintStream out, Style style, StatusLine status, ZoneId zone) {
    this.out = out;
    this.style = style;
    this.status = status;
    this.zone = zone;
  }

  Style style() {
    return style;
  }

  StatusLine status() {
    return status;
  }

  /** Prints one line. */
  void print(Instant at, String network, String tag, String text) {
    String time = "[" + TIME.format(at.atZone(zone)) + "]";
    String padded = style.tag(String.format(Locale.ROOT, "%-8s", tag));
    String mark = network.equals("practice") && !text.contains("practice") ? " [practice]" : "";
    status.erase();
    out.println(style.faint(time) + "  " + padded + " " + text + style.faint(mark));
    status.draw();
  }
}
