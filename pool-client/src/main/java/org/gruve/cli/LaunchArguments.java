package org.gruve.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --profile} and {@code --launch-ms}: how long a device is busy with one batch. */
final class LaunchArguments {
  /** Drivers reset a GPU whose batch takes two seconds. */
  private static final int MOST_MILLIS = 200;

  @Option(
      names = "--profile",
      paramLabel = "desktop|balanced|max",
      description =
          "How long each batch keeps a device busy: 5 ms, so that a desktop on the same GPU stays"
              + " smooth; 20 ms; or 50 ms [balanced].")
  private String profile = "balanced";

  @Option(
      names = "--launch-ms",
      paramLabel = "N",
      description = "Milliseconds that a batch is to take, 1 to 200, instead of the profile's.")
  private @Nullable String millis;

  /** The time that a batch is to take. */
  Duration batch() {
    Duration usual = ofProfile();
    return millis == null
        ? usual
        : Duration.ofMillis(OptionText.wholeNumber("--launch-ms", millis, 1, MOST_MILLIS));
  }

  private Duration ofProfile() {
    return switch (profile) {
      case "desktop" -> Duration.ofMillis(5);
      case "balanced" -> Duration.ofMillis(20);
      case "max" -> Duration.ofMillis(50);
      default ->
          throw new Failure(
              ExitCode.USAGE, "--profile is desktop, balanced or max, not '" + profile + "'");
    };
  }
}
