package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which keys the tables of a configuration file may hold: the long names of the options of the
 * command that a table is named for. Tables are named as on the command line, the table of all
 * commands by nothing.
 */
record ConfigKeys(Map<String, Map<String, OptionSpec>> tables) {
  private static final Set<String> WITHOUT =
      Set.of("help", "config", "completion", "version", "doctor", "pool");

  /** In a file, places stand in tables of their own, and the file cannot name another. */
  private static final Set<String> NEVER = Set.of("url", "config");

  /** How the devices of a pool are called in its own table. */
  static final String DEVICE = "device";

  /** How they are called on the command line. */
  static final String POOL_DEVICE = "pool-device";

  static ConfigKeys of(CommandSpec root) {
    Map<String, Map<String, OptionSpec>> tables = new LinkedHashMap<>();
    collect(root, "", tables);
    return new ConfigKeys(tables);
  }

  /** The keys of {@code [[pool]]}. */
  Map<String, OptionSpec> pool() {
    Map<String, OptionSpec> keys = new LinkedHashMap<>();
    tables
        .getOrDefault("mine", Map.of())
        .forEach(
            (name, option) -> {
              if (isOfPlace(option)) {
                keys.put(name.equals(POOL_DEVICE) ? DEVICE : name, option);
              }
            });
    return keys;
  }

  /** The names of the options that belong to a place, {@code url} too. */
  Set<String> placeKeys() {
    Set<String> names = new LinkedHashSet<>(Set.of(PoolArguments.URL));
    tables
        .getOrDefault("mine", Map.of())
        .forEach((name, option) -> names.addAll(isOfPlace(option) ? Set.of(name) : Set.of()));
    return names;
  }

  /** Whether an option belongs to a place rather than to its command. */
  static boolean isOfPlace(OptionSpec option) {
    return option.parameterConsumer() instanceof InOrder;
  }

  /** The keys of a command and of all below it; those of a group hold for each of its commands. */
  private static Map<String, OptionSpec> collect(
      CommandSpec command, String path, Map<String, Map<String, OptionSpec>> tables) {
    Map<String, OptionSpec> keys = new LinkedHashMap<>();
    tables.put(path, keys);
    for (OptionSpec option : command.options()) {
      String name = key(option);
      if (!option.usageHelp() && !option.versionHelp() && !NEVER.contains(name)) {
        keys.put(name, option);
      }
    }
    for (Map.Entry<String, CommandLine> below : command.subcommands().entrySet()) {
      if (!WITHOUT.contains(below.getKey())) {
        String at = (path + " " + below.getKey()).strip();
        collect(below.getValue().getCommandSpec(), at, tables).forEach(keys::putIfAbsent);
      }
    }
    return keys;
  }

  /** The name without dashes. */
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }
}
