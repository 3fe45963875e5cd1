package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What holds where the command line says nothing: the environment, and then the configuration file,
 * there the table of the command before that of all.
 */
record Preferences(Map<String, String> environment, ConfigFile file, ConfigKeys keys)
    implements IDefaultValueProvider {
  private static final String MINE = "mine";

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option && !ConfigKeys.isOfPlace(option)
        ? of(path(option.command()), ConfigKeys.key(option))
            .map(all -> all.stream().map(Said::text).collect(Collectors.joining(",")))
            .orElse(null)
        : null;
  }

  /** What is said of a key of a command, if anything. */
  Optional<List<Said>> of(String command, String key) {
    boolean known = keys.tables().getOrDefault(command, Map.of()).containsKey(key);
    return known ? inEnvironment(command, key).or(() -> inFile(command, key)) : Optional.empty();
  }

  /** The places that the file names. */
  List<Map<String, List<Said>>> pools() {
    return file.pools();
  }

  /** What the environment says of places, by the names of the options. */
  Map<String, List<Said>> placesEnvironment() {
    Map<String, List<Said>> said = new LinkedHashMap<>();
    keys.placeKeys().forEach(key -> inEnvironment(MINE, key).ifPresent(all -> said.put(key, all)));
    return said;
  }

  /** What the file says of all places. */
  Map<String, List<Said>> placesFile() {
    Map<String, List<Said>> said = new LinkedHashMap<>();
    keys.placeKeys().forEach(key -> inFile(MINE, key).ifPresent(all -> said.put(key, all)));
    return said;
  }

  /** The name of a command as its table has it. */
  static String path(CommandSpec command) {
    return command.qualifiedName(" ").replaceFirst("^\\S+ ?", "");
  }

  /** The variable of the environment that stands for an option. */
  static String variable(String key) {
    return "GRUVE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private Optional<List<Said>> inEnvironment(String command, String key) {
    String name = variable(key);
    String text = environment.getOrDefault(name, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    OptionSpec option = keys.tables().getOrDefault(command, Map.of()).get(key);
    boolean flag = option != null && ConfigValue.isFlag(option);
    return Optional.of(List.of(new Said(flag ? truth(text) : text, name)));
  }

  /** As people write it; what is none of it is told when the environment is checked. */
  static String truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> "true";
      case "false", "no", "off", "0" -> "false";
      default -> "";
    };
  }

  private Optional<List<Said>> inFile(String command, String key) {
    for (String at = command; ; at = at.substring(0, Math.max(0, at.lastIndexOf(' ')))) {
      List<Said> said = file.tables().getOrDefault(at, Map.of()).get(key);
      if (said != null || at.isEmpty()) {
        return Optional.ofNullable(said);
      }
    }
  }
}
