package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code gruve config show}: what is set, in the form of a configuration file. */
@Command(
    name = "show",
    description =
        "Prints what the environment and the configuration file set, secrets masked. What is not"
            + " shown is at the default that gruve help COMMAND names.")
final class ConfigShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Configuration> configuration;

  @Option(names = "--origin", description = "Say where each value comes from.")
  private boolean origin;

  ConfigShowCommand(Terminal terminal, Supplier<Configuration> configuration) {
    this.terminal = terminal;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    Configuration here = configuration.get();
    here.requireSound();
    terminal.out().println(head(here.preferences().file()));
    here.preferences().keys().tables().forEach((table, keys) -> table(here, table, keys));
    here.preferences().pools().forEach(this::pool);
    here.warnings().forEach(warning -> terminal.err().println("gruve: warning: " + warning));
    return ExitCode.OK.code();
  }

  private static String head(ConfigFile file) {
    return file.path().map(path -> "# " + path).orElse("# there is no configuration file");
  }

  /** What a table would repeat of the one above it is left out. */
  private void table(Configuration here, String table, Map<String, OptionSpec> keys) {
    List<String> lines = new ArrayList<>();
    for (String key : keys.keySet()) {
      Optional<List<Said>> said = here.preferences().of(table, key);
      boolean repeated = !table.isEmpty() && said.equals(here.preferences().of(above(table), key));
      if (said.isPresent() && !repeated) {
        lines.add(line(key, key, said.get(), ConfigValue.isFlag(keys.get(key))));
      }
    }
    if (!lines.isEmpty()) {
      String head = table.isEmpty() ? "" : "\n[" + table.replace(' ', '.') + "]\n";
      terminal.out().println(head + String.join("\n", lines));
    }
  }

  private static String above(String table) {
    return table.substring(0, Math.max(0, table.lastIndexOf(' ')));
  }

  private void pool(Map<String, List<Said>> pool) {
    terminal.out().println("\n[[pool]]");
    pool.forEach(
        (key, said) -> {
          String name = key.equals(ConfigKeys.POOL_DEVICE) ? ConfigKeys.DEVICE : key;
          terminal.out().println(line(key, name, said, false));
        });
  }

  private String line(String key, String name, List<Said> said, boolean flag) {
    List<String> values =
        said.stream()
            .map(one -> Secrets.shown(key, one.text()))
            .map(text -> flag ? text : "\"" + Toml.tomlEscape(text) + "\"")
            .toList();
    String value =
        values.size() == 1
            ? values.getFirst()
            : values.stream().collect(Collectors.joining(", ", "[", "]"));
    return name + " = " + value + (origin ? "  # " + said.getLast().where() : "");
  }
}
