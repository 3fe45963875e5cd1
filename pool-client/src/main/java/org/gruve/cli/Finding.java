package org.gruve.cli;

/**
 * What a look at this machine found.
 *
 * @param name one or two words
 * @param text without secrets, and without the home folder's name
 */
record Finding(String name, State state, String text) {
  /** What it means. */
  enum State {
    OK,
    /** Worth knowing; nothing is broken. */
    NOTE,
    BROKEN
  }

  static Finding ok(String name, String text) {
    return new Finding(name, State.OK, text);
  }

  static Finding note(String name, String text) {
    return new Finding(name, State.NOTE, text);
  }

  static Finding broken(String name, String text) {
    return new Finding(name, State.BROKEN, text);
  }
}
