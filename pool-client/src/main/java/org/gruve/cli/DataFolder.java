package org.gruve.cli;

import java.nio.file.Path;

/** Where data of the program is kept, by the XDG base directory specification. */
final class DataFolder {
  private DataFolder() {}

  /** The folder of the practice network's chain. */
  static Path practice(Terminal terminal) {
    return folder(terminal).resolve("practice");
  }

  /** The folder of found blocks that no node has answered yet. */
  static Path blocks(Terminal terminal) {
    return folder(terminal).resolve("blocks");
  }

  /** All of it. */
  static Path folder(Terminal terminal) {
    String set = terminal.variable("XDG_DATA_HOME");
    // The specification: what is not absolute is to be ignored.
    Path base =
        set.startsWith("/")
            ? Path.of(set)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return base.resolve("gruve");
  }
}
