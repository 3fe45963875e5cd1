package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gruve doctor}: what somebody who is to help would ask first. */
@Command(
    name = "doctor",
    sortOptions = false,
    description =
        "Looks at all that Gruve depends on here: JDK, processor, drivers, settings, folders,"
            + " clock. Contacts nobody, changes nothing, shows no secret; paste it into a bug"
            + " report.")
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Configuration> configuration;

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  DoctorCommand(Terminal terminal, Supplier<Configuration> configuration) {
    this.terminal = terminal;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    HomeText home = HomeText.of(terminal);
    List<Finding> findings = new ArrayList<>(PlatformCheck.of(terminal));
    findings.addAll(DriverCheck.here());
    findings.addAll(ConfigurationCheck.of(configuration.get()));
    findings.addAll(FolderCheck.of(terminal));
    List<Finding> shown =
        findings.stream()
            .map(one -> new Finding(one.name(), one.state(), home.of(one.text())))
            .toList();
    boolean broken = shown.stream().anyMatch(one -> one.state() == Finding.State.BROKEN);
    if (json) {
      terminal.out().println(json(shown, broken));
    } else {
      shown.forEach(one -> terminal.out().println(line(one)));
      terminal.out().println(broken ? "something is broken" : "nothing is broken");
    }
    return (broken ? ExitCode.OTHER : ExitCode.OK).code();
  }

  private static String line(Finding one) {
    String mark =
        switch (one.state()) {
          case OK -> "ok";
          case NOTE -> "note";
          case BROKEN -> "BROKEN";
        };
    return String.format(Locale.ROOT, "%-6s  %-11s  %s", mark, one.name(), one.text());
  }

  private static JsonObject json(List<Finding> findings, boolean broken) {
    return new JsonObject()
        .put("schema", 1)
        .put("broken", broken)
        .put(
            "findings",
            findings.stream()
                .map(
                    one ->
                        new JsonObject()
                            .put("name", one.name())
                            .put("state", one.state().name().toLowerCase(Locale.ROOT))
                            .put("text", one.text()))
                .toList());
  }
}
