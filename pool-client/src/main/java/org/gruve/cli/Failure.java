package org.gruve.cli;

/**
 * A reason to end, in one sentence for the user; shown without its stack unless {@code --verbose}.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final String hint;

  /** A failure whose sentence already says what to do. */
  Failure(ExitCode exit, String message) {
    this(exit, message, "");
  }

  /** A failure, and what to do about it. */
  Failure(ExitCode exit, String message, String hint) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }

  /** A failure with the cause that {@code --verbose} shows. */
  Failure because(Throwable cause) {
    initCause(cause);
    return this;
  }

  ExitCode exit() {
    return exit;
  }

  String hint() {
    return hint;
  }

  /** The sentence of an exception, or its kind where it has none. */
  static String sentence(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** What stands on the terminal: the sentence, and the hint after it. */
  String text() {
    return hint.isEmpty() ? sentence(this) : sentence(this) + "; " + hint;
  }
}
