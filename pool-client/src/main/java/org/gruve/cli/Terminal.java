package org.gruve.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program speaks: results and JSON to {@code out}, everything else to {@code err}.
 *
 * @param interactive whether {@code err} is a terminal that can redraw a line
 */
record Terminal(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean interactive) {

  /** The process's own streams. */
  static Terminal ofProcess() {
    return new Terminal(System.out, System.err, System.getenv(), errorIsTerminal());
  }

  /** A variable of the environment, empty where it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Whether escape sequences are understood and welcome (no-color.org, clig.dev). */
  boolean colours() {
    return redraws() && variable("NO_COLOR").isEmpty();
  }

  /** Whether a line may be redrawn in place. */
  boolean redraws() {
    return interactive && !variable("TERM").equals("dumb");
  }

  private static boolean errorIsTerminal() {
    Path descriptor = Path.of("/proc/self/fd/2");
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // No /proc: the console is the next best witness, though it judges stdin and stdout.
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }
}
