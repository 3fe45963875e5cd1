package org.gruve.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** How many columns the terminal has: COLUMNS, else what {@code stty size} says, else 80. */
final class WindowWidth implements IntSupplier {
  private static final int USUAL = 80;

  private volatile int columns;

  WindowWidth(Terminal terminal) {
    String said = terminal.variable("COLUMNS");
    if (said.matches("[1-9]\\d{0,4}")) {
      columns = Integer.parseInt(said);
      return;
    }
    columns = USUAL;
    if (terminal.redraws()) {
      columns = ask();
      Signals.handle("WINCH", () -> columns = ask());
    }
  }

  @Override
  public int getAsInt() {
    return columns;
  }

  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      return size.matches("\\d+ [1-9]\\d{0,4}\\s*")
          ? Integer.parseInt(size.substring(size.indexOf(' ') + 1).strip())
          : USUAL;
    } catch (IOException e) {
      // No stty or no terminal of our own: the usual width will do.
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }
}
