package org.gruve.cli;

/**
 * A text that a user gave.
 *
 * @param where it stands, to begin a sentence with; empty on the command line
 */
record Said(String text, String where) {
  /** On the command line. */
  static Said here(String text) {
    return new Said(text, "");
  }

  /** What is wrong with it. */
  Failure wrong(String sentence) {
    return wrong(sentence, "");
  }

  /** What is wrong with it, and what to do. */
  Failure wrong(String sentence, String hint) {
    return new Failure(ExitCode.USAGE, where.isEmpty() ? sentence : where + ": " + sentence, hint);
  }
}
