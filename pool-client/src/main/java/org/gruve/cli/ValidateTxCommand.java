package org.gruve.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.core.script.ScriptFlags;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve validate tx}. */
@Command(
    name = "tx",
    sortOptions = false,
    description =
        "Checks a transaction by all rules that what is known besides it allows, as if it stood in"
            + " the next block, or in the one at --height.")
final class ValidateTxCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Parameters(
      paramLabel = "TX",
      description =
          "A file with a transaction, raw or in hex; hex; - for stdin; with --node, a txid.")
  private String transaction = "";

  @Option(
      names = "--height",
      paramLabel = "N",
      description = "The height of the block that it is in.")
  private @Nullable String height;

  @Option(
      names = "--prevouts",
      paramLabel = "FILE",
      description =
          "What it spends: getrawtransaction with verbosity 2, Esplora's JSON, or a plain JSON list"
              + " (docs/validate.md).")
  private @Nullable String prevouts;

  @Option(
      names = "--flags",
      paramLabel = "FLAGS",
      description =
          "Script flags between commas, by Core's names, such as P2SH,WITNESS,TAPROOT, or NONE;"
              + " those of policy too [those of the block].")
  private @Nullable String flags;

  @Mixin private final NodeArguments node = new NodeArguments();

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateTxCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    return validate.applyAsInt(
        new ValidateRequest.Tx(
            manner.manner(),
            transaction,
            HeaderFileArguments.height("--height", height),
            Optional.ofNullable(prevouts),
            Optional.ofNullable(flags).map(ValidateTxCommand::flags),
            node.node()));
  }

  private static ScriptFlags flags(String names) {
    try {
      return ScriptFlags.parse(names);
    } catch (IllegalArgumentException e) {
      throw new Failure(
              ExitCode.USAGE,
              "--flags has a name that is none; they are " + ScriptFlags.all(),
              "NONE for none")
          .because(e);
    }
  }
}
