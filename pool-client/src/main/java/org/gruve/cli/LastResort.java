package org.gruve.cli;

import java.lang.Thread.UncaughtExceptionHandler;

/** Tells of a fault that reached the end of a thread: a sentence, and its stack with --verbose. */
final class LastResort implements UncaughtExceptionHandler {
  private final Terminal terminal;
  private final boolean verbose;

  LastResort(Terminal terminal, boolean verbose) {
    this.terminal = terminal;
    this.verbose = verbose;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    terminal
        .err()
        .println(
            "gruve: internal error in thread "
                + thread.getName()
                + ", "
                + fault.getClass().getSimpleName()
                + ": "
                + Failure.sentence(fault)
                + "; run it again with --verbose and report what it shows");
    if (verbose) {
      fault.printStackTrace(terminal.err());
    }
  }
}
