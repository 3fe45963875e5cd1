package org.gruve.cli;

import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gruve config} and its commands. */
@Command(
    name = "config",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows and checks what is set outside the command line.",
      "An option counts before GRUVE_OPTION in the environment, and that before the file;"
          + " docs/config.md shows a whole one."
    })
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ConfigCommand() {}

  /** The command with those below it. */
  static CommandLine line(Terminal terminal, Supplier<Configuration> configuration) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new ConfigShowCommand(terminal, configuration))
        .addSubcommand(new ConfigCheckCommand(terminal, configuration));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
