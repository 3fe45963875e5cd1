package org.gruve.cli;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/** One line at the bottom of a terminal that is drawn again and again; elsewhere nothing. */
final class StatusLine {
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean shown;
  private final IntSupplier columns;
  private String text = "";
  private boolean closed;

  StatusLine(PrintStream out, boolean shown, IntSupplier columns) {
    this.out = out;
    this.shown = shown;
    this.columns = columns;
  }

  /** Changes what it says. */
  synchronized void show(String line) {
    if (line.isEmpty()) {
      erase();
    }
    text = line;
    draw();
  }

  /** Clears it, so that something else can be printed. */
  synchronized void erase() {
    if (shown && !text.isEmpty()) {
      out.print(ERASE);
      out.flush();
    }
  }

  /** Draws it again, cut so that it cannot wrap. */
  synchronized void draw() {
    if (shown && !closed && !text.isEmpty()) {
      int room = Math.max(10, columns.getAsInt() - 1);
      out.print(ERASE + (text.length() > room ? text.substring(0, room) : text));
      out.flush();
    }
  }

  /** Clears it for good. Any thread may call it, also while the program is being ended. */
  synchronized void close() {
    erase();
    closed = true;
  }
}
