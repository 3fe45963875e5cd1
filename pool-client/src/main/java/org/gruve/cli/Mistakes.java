package org.gruve.cli;

import java.util.Set;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;
  private final BooleanSupplier verbose;

  Mistakes(Terminal terminal, BooleanSupplier verbose) {
    this.terminal = terminal;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    say(sentence(mistake) + "; see " + helpFor(command), mistake);
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception cause, CommandLine command, ParseResult parsed) {
    if (cause instanceof Failure failure) {
      say(failure.text(), failure);
      return failure.exit().code();
    }
    say(
        "internal error, "
            + cause.getClass().getSimpleName()
            + ": "
            + Failure.sentence(cause)
            + "; run it again with --verbose and report what it shows",
        cause);
    return ExitCode.OTHER.code();
  }

  private void say(String sentence, Throwable cause) {
    terminal.err().println("gruve: " + sentence);
    if (verbose.getAsBoolean()) {
      cause.printStackTrace(terminal.err());
    }
  }

  private static String sentence(ParameterException mistake) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
      return Failure.sentence(mistake);
    }
    String word = unmatched.getUnmatched().getFirst();
    String kind = word.startsWith("-") ? "unknown option" : unknownWord(unmatched);
    return kind + " '" + word + "'" + suggestion(unmatched, word);
  }

  private static String unknownWord(UnmatchedArgumentException unmatched) {
    boolean root = unmatched.getCommandLine().getParent() == null;
    return root ? "unknown command" : "unexpected argument";
  }

  private static String suggestion(UnmatchedArgumentException unmatched, String word) {
    if (word.contains("://")) {
      return "; did you mean -o " + word + "?";
    }
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    Set<String> known =
        word.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
    return NearMiss.of(word.replaceFirst("=.*", ""), known)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }

  private static String helpFor(String command) {
    return command.equals("gruve") ? "gruve help" : command.replaceFirst(" ", " help ");
  }
}
