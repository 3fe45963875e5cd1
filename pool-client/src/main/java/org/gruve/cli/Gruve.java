package org.gruve.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import org.gruve.core.mine.DeviceThreads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Gruve. */
@Command(
    name = "gruve",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Gruve.VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Mines SHA-256d on GPUs and CPUs, and validates what Bitcoin-style chains say.",
    exitCodeListHeading = "%nExit codes:%n",
    subcommands = HelpCommand.class)
public final class Gruve implements Runnable {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of errors, and what libraries log.")
  private boolean verbose;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Print without colours.")
  private boolean plain;

  // Read before all others, since it says what they default to.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Read settings from this file [GRUVE_CONFIG, or $XDG_CONFIG_HOME/gruve/config.toml].")
  private @Nullable String config;

  private @Nullable Configuration configuration;

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final Set<String> WITHOUT_CONFIG =
      Set.of("help", "config", "doctor", "completion", "version");

  private Gruve() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    boolean verbose = List.of(args).contains("--verbose");
    if (!verbose) {
      // What libraries log is in nobody's words; what matters of it reaches us as an exception.
      LogManager.getLogManager().reset();
    }
    Terminal terminal = Terminal.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(new LastResort(terminal, verbose));
    leave(run(terminal, new RealActions(terminal), List.of(args)));
  }

  /** Ends the process; not by way of a driver in which a thread is still stuck. */
  static void leave(int code) {
    if (DeviceThreads.anyRuns()) {
      SharpExit.end(code);
    }
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int run(Terminal terminal, Actions actions, List<String> args) {
    CommandLine root = commandLine(terminal, actions);
    return run(root, args, Configuration.load(terminal, root.getCommandSpec(), args));
  }

  /** The same where it is known what is set. */
  static int run(
      Terminal terminal, Actions actions, List<String> args, Configuration configuration) {
    return run(commandLine(terminal, actions), args, configuration);
  }

  private static int run(CommandLine root, List<String> args, Configuration configuration) {
    Gruve gruve = root.getCommand();
    gruve.configuration = configuration;
    if (configuration.errors().isEmpty()) {
      root.setDefaultValueProvider(configuration.preferences());
    }
    root.setExecutionStrategy(parsed -> gruve.runLast(parsed, configuration));
    return root.execute(args.toArray(String[]::new));
  }

  /** What helps to mend a configuration must work without one. */
  private int runLast(ParseResult parsed, Configuration configuration) {
    List<CommandLine> commands = parsed.asCommandLineList();
    boolean independent =
        commands.stream()
                .anyMatch(one -> one.isUsageHelpRequested() || one.isVersionHelpRequested())
            || commands.stream().anyMatch(one -> WITHOUT_CONFIG.contains(one.getCommandName()));
    if (!independent && commands.size() > 1) {
      try {
        configuration.requireSound();
      } catch (Failure e) {
        throw new ExecutionException(commands.getLast(), Failure.sentence(e), e);
      }
    }
    return new RunLast().execute(parsed);
  }

  private Configuration configuration(Terminal terminal) {
    Configuration known = configuration;
    return known != null ? known : Configuration.none(terminal, spec);
  }

  /** The model of all commands. */
  static CommandLine commandLine(Terminal terminal, Actions actions) {
    Gruve gruve = new Gruve();
    Mistakes mistakes =
        new Mistakes(terminal, () -> gruve.verbose, () -> gruve.configuration(terminal));
    CommandLine root = new CommandLine(gruve);
    root.getCommandSpec().usageMessage().exitCodeList(ExitCode.list());
    return root.addSubcommand(new DemoCommand(request -> actions.demo(request, gruve.plain)))
        .addSubcommand(
            new MineCommand(
                request -> actions.mine(request, gruve.plain), () -> gruve.configuration(terminal)))
        .addSubcommand(new PracticeCommand(request -> actions.practice(request, gruve.plain)))
        .addSubcommand(new BenchmarkCommand(request -> actions.benchmark(request, gruve.plain)))
        .addSubcommand(ValidateCommand.line(request -> actions.validate(request, gruve.plain)))
        .addSubcommand(
            PoolCommand.line(
                request -> actions.trial(request, gruve.plain),
                () -> gruve.configuration(terminal)))
        .addSubcommand(new DevicesCommand(terminal))
        .addSubcommand(ConfigCommand.line(terminal, () -> gruve.configuration(terminal)))
        .addSubcommand(new DoctorCommand(terminal, () -> gruve.configuration(terminal)))
        .addSubcommand(new VersionCommand(terminal))
        .addSubcommand(new CompletionCommand(terminal))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version for {@code --version}. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"gruve " + Version.number()};
    }
  }
}
