package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Brings together what the command line, the environment and the configuration file say of pools
 * and nodes. Places are named by {@code -o}, else by {@code GRUVE_URL}, else by the file; what is
 * not said of a place alone holds for all, the command line before the environment before the file.
 */
record Places(PoolArguments arguments, Preferences preferences) {
  /** The places in order; none where none is named. */
  List<PlaceWords> named() {
    List<Map<String, List<Said>>> own = arguments.own();
    if (!own.isEmpty()) {
      return own.stream().map(slot -> words(slot, Stream.of(slot, arguments.common()))).toList();
    }
    Map<String, List<Said>> environment = preferences.placesEnvironment();
    if (environment.containsKey(PoolArguments.URL)) {
      return List.of(words(environment, Stream.of(arguments.common())));
    }
    return preferences.pools().stream().map(this::fromFile).toList();
  }

  /** What holds for all, as a text; empty where nothing is said. */
  String common(String name) {
    Said none = Said.here("");
    PlaceWords words =
        words(Map.of(PoolArguments.URL, List.of(none)), Stream.of(arguments.common()));
    return words.one(name).orElse(none).text();
  }

  private PlaceWords words(
      Map<String, List<Said>> named, Stream<Map<String, List<Said>>> commandLine) {
    List<Map<String, List<Said>>> layers = new ArrayList<>(commandLine.toList());
    layers.add(preferences.placesEnvironment());
    layers.add(preferences.placesFile());
    return new PlaceWords(url(named), layers);
  }

  /** Even what the file says of one place gives way to the command line and the environment. */
  private PlaceWords fromFile(Map<String, List<Said>> table) {
    return new PlaceWords(
        url(table),
        List.of(
            arguments.common(), preferences.placesEnvironment(), table, preferences.placesFile()));
  }

  /** A place without a URL was refused before. */
  private static Said url(Map<String, List<Said>> words) {
    return Objects.requireNonNull(words.get(PoolArguments.URL)).getLast();
  }
}
