package org.gruve.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is set outside the command line, read once.
 *
 * @param errors all that is wrong with it, each a sentence with its place
 * @param cookies where nodes on this machine leave them
 */
record Configuration(
    Preferences preferences, List<String> errors, List<String> warnings, NodeCookie cookies) {
  private static final Pattern NAMED = Pattern.compile("--([a-z0-9-]+)\\b.*", Pattern.DOTALL);

  Configuration {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** Nothing is set. */
  static Configuration none(Terminal terminal, CommandSpec root) {
    Preferences nothing = new Preferences(Map.of(), ConfigFile.NONE, ConfigKeys.of(root));
    return new Configuration(nothing, List.of(), List.of(), NodeCookie.usual(terminal));
  }

  /** Reads the file that the arguments or the environment name, or else the usual one. */
  static Configuration load(Terminal terminal, CommandSpec root, List<String> args) {
    ConfigKeys keys = ConfigKeys.of(root);
    ConfigFile file = file(terminal, keys, args);
    Preferences preferences = new Preferences(terminal.environment(), file, keys);
    List<String> errors = new ArrayList<>(file.errors());
    errors.addAll(wrongFlags(terminal, keys));
    return new Configuration(
        preferences, errors, Secrets.warnings(file), NodeCookie.usual(terminal));
  }

  private static ConfigFile file(Terminal terminal, ConfigKeys keys, List<String> args) {
    Optional<String> named =
        argument(args)
            .or(() -> Optional.of(terminal.variable("GRUVE_CONFIG")))
            .filter(name -> !name.isEmpty());
    if (named.isPresent()) {
      return ConfigReader.read(Path.of(named.get()), keys);
    }
    Path usual = ConfigFolder.file(terminal);
    return Files.exists(usual) ? ConfigReader.read(usual, keys) : ConfigFile.NONE;
  }

  /** Before picocli reads them, since it asks for defaults first. */
  private static Optional<String> argument(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith("--config=")) {
        return Optional.of(args.get(i).substring("--config=".length()));
      }
      if (args.get(i).equals("--config") && i + 1 < args.size()) {
        return Optional.of(args.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private static List<String> wrongFlags(Terminal terminal, ConfigKeys keys) {
    List<String> errors = new ArrayList<>();
    for (OptionSpec option : keys.tables().getOrDefault("", Map.of()).values()) {
      String name = Preferences.variable(ConfigKeys.key(option));
      String text = terminal.variable(name);
      if (ConfigValue.isFlag(option) && !text.isEmpty() && Preferences.truth(text).isEmpty()) {
        errors.add(name + " is true or false, not '" + text + "'");
      }
    }
    return errors;
  }

  /** The same surroundings with other settings. */
  Configuration with(Preferences others) {
    return new Configuration(others, List.of(), List.of(), cookies);
  }

  /** Ends a command that would use what is wrong. */
  void requireSound() {
    if (!errors.isEmpty()) {
      String more =
          errors.size() > 1 ? "gruve config check tells " + (errors.size() - 1) + " more" : "";
      throw new Failure(ExitCode.USAGE, errors.getFirst(), more);
    }
  }

  /** A sentence that begins with an option, with the place before it where that set it. */
  String placed(CommandSpec command, String sentence) {
    Matcher named = NAMED.matcher(sentence);
    if (!named.matches() || wasGiven(command, named.group(1))) {
      return sentence;
    }
    return preferences
        .of(Preferences.path(command), named.group(1))
        .map(said -> said.getLast().where() + ": " + sentence)
        .orElse(sentence);
  }

  private static boolean wasGiven(CommandSpec command, String key) {
    var parsed = command.commandLine().getParseResult();
    return parsed != null && parsed.hasMatchedOption("--" + key);
  }
}
