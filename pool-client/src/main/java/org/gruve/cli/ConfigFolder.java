package org.gruve.cli;

import java.nio.file.Path;

/** Where a user's settings are kept, by the XDG base directory specification. */
final class ConfigFolder {
  private ConfigFolder() {}

  /** The file that is read unless another is named. */
  static Path file(Terminal terminal) {
    String set = terminal.variable("XDG_CONFIG_HOME");
    // The specification: what is not absolute is to be ignored.
    Path base =
        set.startsWith("/") ? Path.of(set) : Path.of(System.getProperty("user.home"), ".config");
    return base.resolve("gruve").resolve("config.toml");
  }
}
