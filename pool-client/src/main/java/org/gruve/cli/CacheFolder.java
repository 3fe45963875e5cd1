package org.gruve.cli;

import java.nio.file.Path;

/** Where the program keeps what it can find out again, by the XDG base directory specification. */
final class CacheFolder {
  private CacheFolder() {}

  /** The file of what tuning has found. */
  static Path tuning(Terminal terminal) {
    String set = terminal.variable("XDG_CACHE_HOME");
    // The specification: what is not absolute is to be ignored.
    Path base =
        set.startsWith("/") ? Path.of(set) : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("gruve").resolve("tuning.tsv");
  }
}
