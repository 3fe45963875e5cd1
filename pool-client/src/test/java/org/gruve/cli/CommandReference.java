package org.gruve.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the options of all commands, as picocli knows them, in Markdown. */
final class CommandReference {
  private final StringBuilder out = new StringBuilder();

  /** The whole page. */
  static String of(CommandLine root) {
    CommandReference reference = new CommandReference();
    reference.line("# Commands and options");
    reference.line("");
    reference.line("Generated from the program's own options; CommandReferenceTest says how.");
    reference.commands(root);
    reference.sensors();
    reference.exitCodes(root.getCommandSpec().usageMessage().exitCodeList());
    return reference.out.toString();
  }

  private void commands(CommandLine root) {
    root.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!name.equals("help")) {
                command(command.getCommandSpec());
                command
                    .getSubcommands()
                    .values()
                    .forEach(nested -> command(nested.getCommandSpec()));
              }
            });
    line("");
    line("## Options of every command");
    line("");
    options(root.getCommandSpec().options());
  }

  private void command(CommandSpec spec) {
    line("");
    line("## `./" + spec.qualifiedName() + "`");
    line("");
    for (String sentence : spec.usageMessage().description()) {
      line(sentence);
    }
    if (!spec.positionalParameters().isEmpty()
        || spec.options().stream().anyMatch(CommandReference::isItsOwn)) {
      line("");
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      line("* `" + parameter.paramLabel() + "`: " + description(parameter));
    }
    options(spec.options().stream().filter(CommandReference::isItsOwn).toList());
  }

  private static String description(PositionalParamSpec parameter) {
    String description = String.join(" ", parameter.description());
    return description.contains("${") ? "bash or zsh." : description;
  }

  /** The options of the root are told once, at the end. */
  private static boolean isItsOwn(OptionSpec option) {
    return !option.inherited() && !option.usageHelp() && !option.versionHelp();
  }

  private void options(List<OptionSpec> options) {
    for (OptionSpec option : options) {
      String names = String.join("`, `", option.names());
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      line("* `" + names + value + "`: " + String.join(" ", option.description()));
    }
  }

  /** No option, but what the JSON of several commands has in common. */
  private void sensors() {
    line("");
    line("## What the sensors say");
    line("");
    line(
        "Read once a second by NVIDIA's NVML, and by Linux's sysfs for other GPUs and the CPU"
            + " (whose energy counts all that runs on it, and is mostly root's to read). What a"
            + " driver does not offer is `—` on screen and absent in JSON. In the `hashrate`"
            + " objects of `mine --json` each device with sensors has these fields:");
    line("");
    line(
        "* `temperature_c`, `power_w`, `fan_percent`, `sm_clock_hz`, `memory_clock_hz`,"
            + " `power_limit_w`: the latest readings");
    line("* `energy_j`: since the run began, by the driver's counter, else by the power over time");
    line("* `joules_per_gigahash`: energy over hashes of about the last minute");
    line("* `paused`: whether it rests because of `--temp-limit`");
    line("* `throttles`: why its driver holds its clocks back; `fault`: why nothing could be read");
    line("");
    line(
        "The object itself has `temperature_c` of the hottest device, and `power_w`, `energy_j` and"
            + " `joules_per_gigahash` of all where each has them; the `summary` has the last two of"
            + " the whole run. `pause` (`device`, `temperature_c`, `limit_c`, `resume_c`) and"
            + " `resume` (`device`, `temperature_c`) tell of `--temp-limit`; a device whose"
            + " temperature cannot be read for ten seconds rests, too. `benchmark --json` has"
            + " `power_w`, `energy_j`, `joules_per_gigahash`, the highest `temperature_c` and the"
            + " mean `sm_clock_hz` of the measured run.");
  }

  private void exitCodes(Map<String, String> codes) {
    line("");
    line("## Exit codes");
    line("");
    codes.forEach((code, meaning) -> line("* " + code.strip() + ": " + meaning));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
