package org.gruve.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.logging.LogManager;
import org.gruve.core.mine.DeviceThreads;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Spec private CommandSpec spec = CommandSpec.create();

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
    return commandLine(terminal, actions).execute(args.toArray(String[]::new));
  }

  /** The model of all commands. */
  static CommandLine commandLine(Terminal terminal, Actions actions) {
    Gruve gruve = new Gruve();
    Mistakes mistakes = new Mistakes(terminal, () -> gruve.verbose);
    CommandLine root = new CommandLine(gruve);
    root.getCommandSpec().usageMessage().exitCodeList(ExitCode.list());
    return root.addSubcommand(new DemoCommand(request -> actions.demo(request, gruve.plain)))
        .addSubcommand(new MineCommand(request -> actions.mine(request, gruve.plain)))
        .addSubcommand(new PracticeCommand(request -> actions.practice(request, gruve.plain)))
        .addSubcommand(new BenchmarkCommand(request -> actions.benchmark(request, gruve.plain)))
        .addSubcommand(ValidateCommand.line(request -> actions.validate(request, gruve.plain)))
        .addSubcommand(new DevicesCommand(terminal))
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
