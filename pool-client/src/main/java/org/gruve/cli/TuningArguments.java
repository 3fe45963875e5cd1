package org.gruve.cli;

import java.util.Locale;
import java.util.Optional;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.TuningGoal;
import picocli.CommandLine.Option;

/** {@code --tune-for} and {@code --kernel}, shared by the commands that use GPUs for long. */
final class TuningArguments {
  @Option(
      names = "--tune-for",
      paramLabel = "GOAL",
      description = "Tune GPUs for rate or for efficiency, hashes per joule [rate].")
  private String goal = "rate";

  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      description =
          "Run GPUs with this kernel, such as plain/256x128 or sums+shifts+turns96/256x128, instead"
              + " of tuning them.")
  private String kernel = "";

  TuningChoice choice(boolean afresh) {
    return new TuningChoice(goal(), afresh, kernel());
  }

  private TuningGoal goal() {
    return switch (goal.strip().toLowerCase(Locale.ROOT)) {
      case "rate" -> TuningGoal.RATE;
      case "efficiency" -> TuningGoal.EFFICIENCY;
      default ->
          throw new Failure(ExitCode.USAGE, "--tune-for is rate or efficiency, not '" + goal + "'");
    };
  }

  private Optional<Setting> kernel() {
    if (kernel.isEmpty()) {
      return Optional.empty();
    }
    Optional<Setting> setting = Setting.parse(kernel);
    if (setting.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "--kernel takes VARIANT/THREADSxHASHES, not '" + kernel + "'",
          "such as plain/256x128 or sums+shifts+turns96/256x128; docs/kernels.md lists them");
    }
    return setting;
  }
}
