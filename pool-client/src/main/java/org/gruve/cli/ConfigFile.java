package org.gruve.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a configuration file, as far as its form is right.
 *
 * @param path nothing where there is none
 * @param tables by the names of their commands, each with the values of its keys
 * @param pools the values of each {@code [[pool]]}, by the names of the options
 * @param errors what is wrong in it, each a sentence with its place
 */
record ConfigFile(
    Optional<Path> path,
    Map<String, Map<String, List<Said>>> tables,
    List<Map<String, List<Said>>> pools,
    List<String> errors) {
  /** No file. */
  static final ConfigFile NONE = new ConfigFile(Optional.empty(), Map.of(), List.of(), List.of());

  ConfigFile {
    tables = Map.copyOf(tables);
    pools = List.copyOf(pools);
    errors = List.copyOf(errors);
  }
}
