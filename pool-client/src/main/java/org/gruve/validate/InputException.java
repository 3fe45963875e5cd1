package org.gruve.validate;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Input that cannot be used, in one sentence that says what, where and what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Whose turn it is to mend it. */
  public enum Fault {
    /** The user asked for something that is not there or not understood. */
    USAGE,
    /** The machine would not let us: a file that cannot be read, a node that does not answer. */
    ENVIRONMENT,
    /** What was to be checked is broken itself, which is an answer. */
    INVALID
  }

  private InputException(Fault fault, String sentence) {
    super(sentence);
    this.fault = fault;
  }

  /** Something that was asked for in a way that cannot be understood. */
  public static InputException usage(String sentence) {
    return new InputException(Fault.USAGE, sentence);
  }

  /** Something that the machine or the network refused. */
  public static InputException environment(String sentence) {
    return new InputException(Fault.ENVIRONMENT, sentence);
  }

  /** A file that the system refuses, in words instead of the names of classes. */
  public static InputException io(String what, Exception e) {
    Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    String why =
        switch (cause) {
          case AccessDeniedException _ -> "no permission";
          case NoSuchFileException _ -> "there is no such file or folder";
          case FileSystemException file when file.getReason() != null -> file.getReason();
          default -> String.valueOf(cause.getMessage());
        };
    return environment(what + ": " + why).because(e);
  }

  /** Something that is not what it claims to be. */
  public static InputException invalid(String sentence) {
    return new InputException(Fault.INVALID, sentence);
  }

  /** The same with the exception that shows where it came from. */
  public InputException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** Whose turn it is. */
  public Fault fault() {
    return fault;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
