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
    reference.exitCodes(root.getCommandSpec().usageMessage().exitCodeList());
    return reference.out.toString();
  }

  private void commands(CommandLine root) {
    root.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!name.equals("help")) {
                command(command.getCommandSpec());
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
    line("");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      line("* `" + parameter.paramLabel() + "`: bash or zsh.");
    }
    options(spec.options().stream().filter(CommandReference::isItsOwn).toList());
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
