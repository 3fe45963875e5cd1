package org.gruve.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --profile} and {@code --launch-ms}: how long a device is busy with one batch. */
final class LaunchArguments {
  /** Drivers reset a GPU whose batch takes two seconds. */
  private static final int MOST_MILLIS = 200;

  /** A frame of 60 Hz then finds the GPU free about three times. */
  private static final double DESKTOP_REST = 0.2;

  @Option(
      names = "--profile",
      paramLabel = "desktop|balanced|max",
      description =
          "How long each batch keeps a device busy: 5 ms, and in mining a pause of a fifth of that"
              + " after each, so that a desktop on the same GPU stays smooth; 20 ms; or 50 ms"
              + " [balanced].")
  private String profile = "balanced";

  @Option(
      names = "--launch-ms",
      paramLabel = "N",
      description = "Milliseconds that a batch is to take, 1 to 200, instead of the profile's.")
  private @Nullable String millis;

  /** What was asked for. */
  LaunchPace pace() {
    LaunchPace usual = ofProfile();
    return millis == null
        ? usual
        : new LaunchPace(
            Duration.ofMillis(OptionText.wholeNumber("--launch-ms", millis, 1, MOST_MILLIS)),
            usual.rest());
  }

  private LaunchPace ofProfile() {
    return switch (profile) {
      case "desktop" -> new LaunchPace(Duration.ofMillis(5), DESKTOP_REST);
      case "balanced" -> new LaunchPace(Duration.ofMillis(20), 0);
      case "max" -> new LaunchPace(Duration.ofMillis(50), 0);
      default ->
          throw new Failure(
              ExitCode.USAGE, "--profile is desktop, balanced or max, not '" + profile + "'");
    };
  }
}
