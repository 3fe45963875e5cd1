package org.gruve.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Set<String> RUNS = Set.of("mine", "demo");
  private static final Pattern NO_SUBCOMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.?");

  private final Terminal terminal;
  private final BooleanSupplier verbose;
  private final Supplier<Configuration> configuration;

  Mistakes(Terminal terminal, BooleanSupplier verbose, Supplier<Configuration> configuration) {
    this.terminal = terminal;
    this.verbose = verbose;
    this.configuration = configuration;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    String hint = "see " + helpFor(command);
    Failure failure = new Failure(ExitCode.USAGE, sentence(mistake), hint).because(mistake);
    return end(failure, mistake.getCommandLine(), List.of(args));
  }

  @Override
  public int handleExecutionException(Exception cause, CommandLine command, ParseResult parsed) {
    return end(
        cause instanceof Failure failure ? placed(failure, command) : internal(cause),
        command,
        parsed.originalArgs());
  }

  /** A value that the command line does not have is somewhere else, and so is its mistake. */
  private Failure placed(Failure failure, CommandLine command) {
    if (failure.exit() != ExitCode.USAGE) {
      return failure;
    }
    String sentence = Failure.sentence(failure);
    String placed = configuration.get().placed(command.getCommandSpec(), sentence);
    return placed.equals(sentence)
        ? failure
        : new Failure(ExitCode.USAGE, placed, failure.hint()).because(failure);
  }

  private static Failure internal(Exception cause) {
    return new Failure(
            ExitCode.OTHER,
            "internal error, " + cause.getClass().getSimpleName() + ": " + Failure.sentence(cause),
            "run it again with --verbose and report what it shows")
        .because(cause);
  }

  private int end(Failure failure, CommandLine command, List<String> args) {
    terminal.err().println("gruve: " + failure.text());
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(terminal.err());
    }
    if (args.contains("--json")) {
      tellPrograms(failure, RUNS.contains(command.getCommandName()));
    }
    return failure.exit().code();
  }

  /** Programs wait for the summary of a run, also of one that never began. */
  private void tellPrograms(Failure failure, boolean wasToRun) {
    Report json = new JsonReport(terminal.out(), () -> {});
    String code = failure.exit().name().toLowerCase(Locale.ROOT);
    Instant now = Instant.now();
    json.tell(
        now,
        NetworkName.NONE,
        new RunEvent.Trouble(code, Failure.sentence(failure), failure.hint()));
    if (wasToRun) {
      json.tell(now, NetworkName.NONE, RunEvent.Summary.ofNothing());
    }
  }

  private static String sentence(ParameterException mistake) {
    return switch (mistake) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing
          when missing.getMissing().getFirst() instanceof OptionSpec option ->
          option.longestName() + " needs a value";
      default -> reworded(mistake);
    };
  }

  /** Picocli's own words, in ours where a user is likely to see them. */
  private static String reworded(ParameterException mistake) {
    Matcher unknown = NO_SUBCOMMAND.matcher(Failure.sentence(mistake));
    if (unknown.matches()) {
      Set<String> known = mistake.getCommandLine().getSubcommands().keySet();
      return "unknown command '" + unknown.group(1) + "'" + nearest(unknown.group(1), known);
    }
    ArgSpec argument = mistake.getArgSpec();
    if (argument != null && argument.type().isEnum()) {
      String choices = String.join(" or ", argument.completionCandidates());
      return argument.paramLabel() + " is " + choices + ", not '" + mistake.getValue() + "'";
    }
    return Failure.sentence(mistake);
  }

  private static String unmatched(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().getFirst();
    String kind = word.startsWith("-") ? "unknown option" : unknownWord(unmatched);
    return kind + " '" + word + "'" + suggestion(unmatched, word);
  }

  private static String unknownWord(UnmatchedArgumentException unmatched) {
    CommandLine command = unmatched.getCommandLine();
    boolean group = command.getParent() == null || !command.getSubcommands().isEmpty();
    return group ? "unknown command" : "unexpected argument";
  }

  private static String suggestion(UnmatchedArgumentException unmatched, String word) {
    if (word.contains("://")) {
      return "; did you mean -o " + word + "?";
    }
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    Set<String> known =
        word.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
    return nearest(word.replaceFirst("=.*", ""), known);
  }

  private static String nearest(String word, Set<String> known) {
    return NearMiss.of(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static String helpFor(String command) {
    if (command.indexOf(' ') != command.lastIndexOf(' ')) {
      return command + " --help";
    }
    return command.equals("gruve") ? "gruve help" : command.replaceFirst(" ", " help ");
  }
}
