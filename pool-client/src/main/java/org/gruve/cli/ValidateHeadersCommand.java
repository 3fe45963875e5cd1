package org.gruve.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.cli.ValidateRequest.HeaderFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve validate headers}. */
@Command(
    name = "headers",
    sortOptions = false,
    description =
        "Checks a file of headers: links, proofs of work, retargets, times, versions. Where it does"
            + " not begin with genesis, --start-height says where it does.")
final class ValidateHeadersCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Parameters(
      paramLabel = "FILE",
      description = "Headers one after the other, 80 bytes each or in hex; - for stdin.")
  private String file = "";

  @Option(
      names = "--start-height",
      paramLabel = "N",
      description = "The height of the first header.")
  private @Nullable String startHeight;

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateHeadersCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    HeaderFile headers =
        new HeaderFile(
            Optional.of(file), HeaderFileArguments.height("--start-height", startHeight));
    return validate.applyAsInt(new ValidateRequest.Headers(manner.manner(), headers));
  }
}
