package org.gruve.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Has every command read what is set, without doing anything. What is found to be wrong is taken
 * out and the command reads the rest again, so that one mistake does not hide the next.
 */
final class ConfigTrial {
  private static final String MINE = "mine";

  private final Terminal terminal;
  private final Configuration here;
  private final Set<String> errors = new LinkedHashSet<>();

  ConfigTrial(Terminal terminal, Configuration here) {
    this.terminal = terminal;
    this.here = here;
  }

  /** All that is wrong in what the commands below this one read, each a sentence with its place. */
  List<String> errors(CommandSpec root) {
    root.subcommands()
        .values()
        .forEach(
            command -> {
              CommandSpec spec = command.getCommandSpec();
              boolean set = here.preferences().keys().tables().containsKey(Preferences.path(spec));
              if (set && spec.subcommands().isEmpty()) {
                command(spec);
              } else if (set) {
                errors(spec);
              }
            });
    return List.copyOf(errors);
  }

  private void command(CommandSpec command) {
    Preferences left = here.preferences();
    for (Optional<String> error = read(command, left); error.isPresent(); ) {
      Preferences rest = without(left, error.get());
      boolean placed = !rest.equals(left);
      // What a command lacks is no mistake of the settings, but pools and nodes are all theirs.
      if (placed || (command.name().equals(MINE) && !left.pools().isEmpty())) {
        errors.add(error.get());
      }
      if (!placed) {
        return;
      }
      left = rest;
      error = read(command, left);
    }
  }

  /** The sentence with which a command refuses what is set, if it does. */
  private Optional<String> read(CommandSpec command, Preferences settings) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false);
    Terminal deaf =
        new Terminal(
            nowhere,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal.environment(),
            false);
    int exit = Gruve.run(deaf, new NoActions(), arguments(command, settings), here.with(settings));
    String sentence = err.toString(StandardCharsets.UTF_8).strip().replaceFirst("^gruve: ", "");
    return exit == ExitCode.USAGE.code() ? Optional.of(sentence) : Optional.empty();
  }

  /** As few words as a command takes; mine has nowhere to mine where none is set. */
  private static List<String> arguments(CommandSpec command, Preferences settings) {
    List<String> words = new ArrayList<>(Arrays.asList(Preferences.path(command).split(" ")));
    command.positionalParameters().forEach(_ -> words.add("x"));
    boolean nowhere =
        settings.pools().isEmpty() && !settings.placesEnvironment().containsKey(PoolArguments.URL);
    if (command.name().equals(MINE) && nowhere) {
      words.add("--practice");
    }
    return words;
  }

  /** The settings without the one that a sentence begins with the place of. */
  private static Preferences without(Preferences settings, String sentence) {
    Map<String, Map<String, List<Said>>> tables = new LinkedHashMap<>();
    settings.file().tables().forEach((name, table) -> tables.put(name, without(table, sentence)));
    List<Map<String, List<Said>>> pools =
        settings.pools().stream()
            .map(pool -> without(pool, sentence))
            .filter(pool -> pool.containsKey(PoolArguments.URL))
            .toList();
    Map<String, String> environment = new LinkedHashMap<>(settings.environment());
    environment.keySet().removeIf(name -> sentence.startsWith(name + ": "));
    ConfigFile file = new ConfigFile(settings.file().path(), tables, pools, List.of());
    return new Preferences(environment, file, settings.keys());
  }

  private static Map<String, List<Said>> without(Map<String, List<Said>> table, String sentence) {
    Map<String, List<Said>> rest = new LinkedHashMap<>(table);
    rest.values()
        .removeIf(all -> all.stream().anyMatch(one -> sentence.startsWith(one.where() + ": ")));
    return rest;
  }
}
