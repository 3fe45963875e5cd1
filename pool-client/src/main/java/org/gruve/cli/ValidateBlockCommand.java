package org.gruve.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve validate block}. */
@Command(
    name = "block",
    sortOptions = false,
    description =
        "Checks a block by all rules that what is known besides it allows, and says which those"
            + " are.")
final class ValidateBlockCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Parameters(
      paramLabel = "BLOCK",
      description =
          "A file with a block, raw or in hex; hex; - for stdin; with --node, a hash or a height.")
  private String block = "";

  @Option(
      names = "--height",
      paramLabel = "N",
      description = "Its height, where the coinbase does not say it.")
  private @Nullable String height;

  @Option(
      names = "--prevouts",
      paramLabel = "FILE",
      description =
          "What it spends: Core's undo record, /rest/spenttxouts, getblock with verbosity 3,"
              + " Esplora's JSON, or a plain JSON list (docs/validate.md).")
  private @Nullable String prevouts;

  @Mixin private final HeaderFileArguments headers = new HeaderFileArguments();

  @Mixin private final NodeArguments node = new NodeArguments();

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateBlockCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    return validate.applyAsInt(
        new ValidateRequest.Block(
            manner.manner(),
            block,
            HeaderFileArguments.height("--height", height),
            Optional.ofNullable(prevouts),
            headers.file(),
            node.node()));
  }
}
