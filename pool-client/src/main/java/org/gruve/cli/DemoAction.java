package org.gruve.cli;

/** The demonstration. */
final class DemoAction {
  DemoAction(Terminal terminal, DemoRequest request) {}

  ExitCode run(boolean plain) {
    throw new UnsupportedOperationException();
  }
}
