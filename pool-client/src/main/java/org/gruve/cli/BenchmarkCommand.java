package org.gruve.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.gruve.kernels.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads {@code gruve benchmark}. */
@Command(
    name = "benchmark",
    sortOptions = false,
    description =
        "Measures your devices one after the other, and proves what it measures. Contacts nobody."
            + " Ctrl-C ends it within seconds, without a result of the device that it is at.")
final class BenchmarkCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 3600;

  private final ToIntFunction<BenchmarkRequest> benchmark;

  @Mixin private final DeviceArguments devices = new DeviceArguments();

  @Mixin private final TuningArguments tuning = new TuningArguments();

  @Mixin private final LaunchArguments launch = new LaunchArguments();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "How long to measure, after a warm-up of 5 to 15 s, which begins once the device keeps to"
              + " one kernel [10].")
  private String seconds = "10";

  @Option(
      names = "--version-rolling",
      paramLabel = "on|off",
      description =
          "Work with 65,536 versions, as from a pool that allows version rolling, or with one"
              + " [on].")
  private String versionRolling = "on";

  @Option(
      names = "--tune",
      description = "Tune GPUs again, also CPUs that OpenCL drivers offer, before measuring them.")
  private boolean afresh;

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  BenchmarkCommand(ToIntFunction<BenchmarkRequest> benchmark) {
    this.benchmark = benchmark;
  }

  @Override
  public Integer call() {
    int measured = OptionText.wholeNumber("--seconds", seconds, 1, MOST_SECONDS);
    return benchmark.applyAsInt(
        new BenchmarkRequest(
            devices.choice().tuned(tuning.choice(afresh)),
            Duration.ofSeconds(measured),
            launch.pace().batch(),
            layout(),
            json));
  }

  private Layout layout() {
    return switch (versionRolling) {
      case "on" -> Layout.VERSION_ROLLED;
      case "off" -> Layout.ONE_VERSION;
      default ->
          throw new Failure(
              ExitCode.USAGE, "--version-rolling is on or off, not '" + versionRolling + "'");
    };
  }
}
