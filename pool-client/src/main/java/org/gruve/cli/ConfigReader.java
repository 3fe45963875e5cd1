package org.gruve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import picocli.CommandLine.Model.OptionSpec;

/** Reads a configuration file, and finds all that is wrong with its form at once. */
final class ConfigReader {
  private static final long MOST_BYTES = 1 << 20;
  private static final String POOL = "pool";

  private final Path path;
  private final ConfigKeys keys;
  private final Map<String, Map<String, List<Said>>> tables = new LinkedHashMap<>();
  private final List<Map<String, List<Said>>> pools = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private ConfigReader(Path path, ConfigKeys keys) {
    this.path = path;
    this.keys = keys;
  }

  /** Reads a file that must be there; one that cannot be read is an error like any other. */
  static ConfigFile read(Path path, ConfigKeys keys) {
    ConfigReader reader = new ConfigReader(path, keys);
    try {
      reader.read();
    } catch (IOException e) {
      reader.errors.add(path + ": cannot be read: " + UserFile.why(e));
    }
    return new ConfigFile(Optional.of(path), reader.tables, reader.pools, reader.errors);
  }

  private void read() throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      errors.add(path + ": is too large for a configuration file");
      return;
    }
    TomlParseResult parsed = Toml.parse(Files.readString(path));
    parsed
        .errors()
        .forEach(
            error ->
                errors.add(
                    at(error.position()) + ": " + oneLine(String.valueOf(error.getMessage()))));
    if (errors.isEmpty()) {
      table(parsed, "");
    }
  }

  /** Tables within are those of commands, but for {@code [[pool]]}. */
  private void table(TomlTable table, String command) {
    Map<String, List<Said>> values = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      TomlPosition position = table.inputPositionOf(List.of(key));
      String below = (command + " " + key).strip();
      if (command.isEmpty() && key.equals(POOL)) {
        pools(value, position);
      } else if (value instanceof TomlTable inner && keys.tables().containsKey(below)) {
        table(inner, below);
      } else {
        value(keys.tables().getOrDefault(command, Map.of()), command, key, value, position)
            .ifPresent(said -> values.put(key, said));
      }
    }
    tables.put(command, values);
  }

  private void pools(Object value, TomlPosition position) {
    if (!(value instanceof TomlArray array)
        || !array.toList().stream().allMatch(ConfigReader::isTable)) {
      errors.add(at(position) + ": pools are written as tables, each under a [[pool]]");
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      pool(array.getTable(i), array.inputPositionOf(i));
    }
  }

  private void pool(TomlTable table, TomlPosition position) {
    Map<String, List<Said>> values = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      TomlPosition at = table.inputPositionOf(List.of(key));
      Object value = table.get(List.of(key));
      if (key.equals(PoolArguments.URL) && value instanceof String url) {
        values.put(key, List.of(new Said(url, at(at))));
      } else {
        value(keys.pool(), "[pool]", key, value, at)
            .ifPresent(
                said ->
                    values.put(key.equals(ConfigKeys.DEVICE) ? ConfigKeys.POOL_DEVICE : key, said));
      }
    }
    if (values.containsKey(PoolArguments.URL)) {
      pools.add(values);
    } else {
      errors.add(at(position) + ": a [[pool]] needs its url, such as \"stratum+tcp://HOST:PORT\"");
    }
  }

  private static boolean isTable(Object value) {
    return value instanceof TomlTable;
  }

  private Optional<List<Said>> value(
      Map<String, OptionSpec> known,
      String table,
      String key,
      Object value,
      TomlPosition position) {
    OptionSpec option = known.get(key);
    if (option == null) {
      errors.add(at(position) + ": " + unknown(known, table, key, value));
      return Optional.empty();
    }
    Optional<List<String>> texts = ConfigValue.texts(option, value);
    if (texts.isEmpty()) {
      errors.add(at(position) + ": " + key + " is " + ConfigValue.wanted(option));
    }
    return texts.map(all -> all.stream().map(text -> new Said(text, at(position))).toList());
  }

  private static String unknown(
      Map<String, OptionSpec> known, String table, String key, Object value) {
    if (key.equals(PoolArguments.URL)) {
      return "pools and nodes are written as tables, each under a [[pool]] with its url";
    }
    String kind = value instanceof TomlTable ? "table" : "key";
    String where = table.isEmpty() ? "" : " in [" + table.replace(' ', '.') + "]";
    String near =
        NearMiss.of(key, known.keySet()).map(name -> "; did you mean " + name + "?").orElse("");
    return "unknown " + kind + " '" + oneLine(key) + "'" + where + near;
  }

  private String at(TomlPosition position) {
    return path + ":" + position.line() + ":" + position.column();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
