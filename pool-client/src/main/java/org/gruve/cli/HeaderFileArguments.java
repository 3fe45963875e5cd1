package org.gruve.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.cli.ValidateRequest.HeaderFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Headers that something is judged by. */
final class HeaderFileArguments {
  /** Beyond any chain for thousands of years, and far from where 32 bits end. */
  static final int MOST_HEIGHT = 100_000_000;

  @Option(
      names = "--headers",
      paramLabel = "FILE",
      description = "Headers to judge by, 80 bytes each, best from genesis on; - for stdin.")
  private @Nullable String headers;

  @Option(
      names = "--start-height",
      paramLabel = "N",
      description = "The height of the first of the --headers, where it is not genesis.")
  private @Nullable String startHeight;

  HeaderFile file() {
    OptionalInt height = height("--start-height", startHeight);
    if (headers == null && height.isPresent()) {
      throw new Failure(ExitCode.USAGE, "--start-height belongs to --headers");
    }
    return new HeaderFile(Optional.ofNullable(headers), height);
  }

  static OptionalInt height(String option, @Nullable String text) {
    return text == null
        ? OptionalInt.empty()
        : OptionalInt.of(OptionText.wholeNumber(option, text, 0, MOST_HEIGHT));
  }
}
