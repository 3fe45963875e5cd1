package org.gruve.cli;

import java.util.Locale;

/** Says on a terminal's last line how far a long validation is, a few times a second. */
final class ValidateProgress implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;
  private static final int WIDTH = 30;

  private final StatusLine status;
  private final String what;
  private final long start = System.nanoTime();
  private long shown = start;

  ValidateProgress(Terminal terminal, String what) {
    this.status = new StatusLine(terminal.err(), terminal.redraws(), new WindowWidth(terminal));
    this.what = what;
  }

  /** So many of about so many are done; 0 where nobody knows how many there are. */
  synchronized void show(long done, long all) {
    long now = System.nanoTime();
    if (now - shown < PAUSE_NANOS) {
      return;
    }
    shown = now;
    double perSecond = done / ((now - start) / 1e9);
    String rate = String.format(Locale.ROOT, "%,d %s, %,.0f/s", done, what, perSecond);
    status.show(all > 0 ? bar(Math.min(1, (double) done / all)) + " " + rate : rate);
  }

  private static String bar(double part) {
    int full = (int) (part * WIDTH);
    return String.format(
        Locale.ROOT, "[%s%s] %3.0f %%", "#".repeat(full), " ".repeat(WIDTH - full), 100 * part);
  }

  @Override
  public void close() {
    status.close();
  }
}
