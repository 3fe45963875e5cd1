package org.gruve.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gruve config check}: all that is wrong with what is set, at once. */
@Command(
    name = "check",
    description =
        "Reads all that the environment and the configuration file set as the commands would, and"
            + " tells every mistake with its line and column. Contacts nobody.")
final class ConfigCheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Configuration> configuration;

  @Spec private CommandSpec spec = CommandSpec.create();

  ConfigCheckCommand(Terminal terminal, Supplier<Configuration> configuration) {
    this.terminal = terminal;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    Configuration here = configuration.get();
    List<String> errors =
        here.errors().isEmpty()
            ? new ConfigTrial(terminal, here).errors(spec.root())
            : here.errors();
    errors.forEach(error -> terminal.err().println("gruve: " + error));
    here.warnings().forEach(warning -> terminal.err().println("gruve: warning: " + warning));
    if (!errors.isEmpty()) {
      return ExitCode.USAGE.code();
    }
    terminal
        .out()
        .println(
            here.preferences()
                .file()
                .path()
                .map(path -> path + " is right")
                .orElse("there is no configuration file"));
    return ExitCode.OK.code();
  }
}
