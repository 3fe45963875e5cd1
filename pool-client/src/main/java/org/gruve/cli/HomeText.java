package org.gruve.cli;

/** Writes the home folder as {@code ~}, since its name often tells whose it is. */
record HomeText(String home) {
  static HomeText of(Terminal terminal) {
    String set = terminal.variable("HOME");
    return new HomeText(set.startsWith("/") ? set : System.getProperty("user.home"));
  }

  String of(String text) {
    return home.length() < 2 ? text : text.replace(home, "~");
  }
}
