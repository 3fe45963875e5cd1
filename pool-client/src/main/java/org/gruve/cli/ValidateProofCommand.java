package org.gruve.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve validate proof}. */
@Command(
    name = "proof",
    sortOptions = false,
    description =
        "Checks a proof that a transaction is in a block (gettxoutproof), or an OpenTimestamps"
            + " proof. Without --headers from genesis or the checkpoint on, it stays incomplete.")
final class ValidateProofCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Parameters(
      paramLabel = "PROOF",
      description = "A file with the proof, raw or in hex; hex; - for stdin.")
  private String proof = "";

  @Mixin private final HeaderFileArguments headers = new HeaderFileArguments();

  @Option(
      names = "--tx",
      paramLabel = "TX",
      description = "The transaction that is to be proven, as a file or hex.")
  private @Nullable String transaction;

  @Option(
      names = "--of",
      paramLabel = "FILE",
      description = "What was stamped [PROOF without .ots, where there is such a file].")
  private @Nullable String content;

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateProofCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    return validate.applyAsInt(
        new ValidateRequest.Proof(
            manner.manner(),
            proof,
            headers.file(),
            Optional.ofNullable(transaction),
            Optional.ofNullable(content)));
  }
}
