package org.gruve.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads {@code gruve validate header}. */
@Command(
    name = "header",
    sortOptions = false,
    description = "Checks one header, or several that follow each other.")
final class ValidateHeaderCommand implements Callable<Integer> {
  private final ToIntFunction<ValidateRequest> validate;

  @Parameters(
      paramLabel = "HEX",
      arity = "1..*",
      description = "A header in 160 hex digits, or a file with it, or - for stdin.")
  private List<String> headers = List.of();

  @Option(
      names = {"--height", "--start-height"},
      paramLabel = "N",
      description = "The height of the first header.")
  private @Nullable String height;

  @Mixin private final MannerArguments manner = new MannerArguments();

  ValidateHeaderCommand(ToIntFunction<ValidateRequest> validate) {
    this.validate = validate;
  }

  @Override
  public Integer call() {
    return validate.applyAsInt(
        new ValidateRequest.Header(
            manner.manner(), List.copyOf(headers), HeaderFileArguments.height("--height", height)));
  }
}
