package org.gruve.benchmarks.paired;

/** Why there is no comparison: one sentence that says what, where and what to do. */
final class PairedException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private PairedException(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** The comparison was asked for in a wrong way. */
  static PairedException usage(String sentence) {
    return new PairedException(2, sentence);
  }

  /** A program did not do what it should. */
  static PairedException failed(String sentence) {
    return new PairedException(1, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
