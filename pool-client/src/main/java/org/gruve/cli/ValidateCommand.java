package org.gruve.cli;

import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gruve validate} and its commands. */
@Command(
    name = "validate",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Checks headers, blocks, transactions, chains and proofs by Bitcoin Core's rules.",
      "Says what was checked, what could not be, and what was taken for granted; docs/validate.md"
          + " shows how."
    })
final class ValidateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ValidateCommand() {}

  /** The command with those below it. */
  static CommandLine line(ToIntFunction<ValidateRequest> validate) {
    return new CommandLine(new ValidateCommand())
        .addSubcommand(new ValidateHeaderCommand(validate))
        .addSubcommand(new ValidateHeadersCommand(validate))
        .addSubcommand(new ValidateBlockCommand(validate))
        .addSubcommand(new ValidateTxCommand(validate))
        .addSubcommand(new ValidateChainCommand(validate))
        .addSubcommand(new ValidateProofCommand(validate))
        .addSubcommand(new RewriteCostCommand(validate));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
