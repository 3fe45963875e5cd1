package org.gruve.cli;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gruve pool} and its commands. */
@Command(
    name = "pool",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks at pools and nodes without mining.")
final class PoolCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private PoolCommand() {}

  /** The command with those below it. */
  static CommandLine line(
      ToIntFunction<TrialRequest> trial, Supplier<Configuration> configuration) {
    return new CommandLine(new PoolCommand())
        .addSubcommand(new PoolTestCommand(trial, configuration));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
