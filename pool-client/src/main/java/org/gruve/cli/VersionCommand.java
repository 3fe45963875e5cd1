package org.gruve.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gruve version}: which build runs on what. */
@Command(name = "version", description = "Shows the version of Gruve, Java and the system.")
final class VersionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Platform here = Platform.here();
    if (json) {
      terminal
          .out()
          .println(
              new JsonObject()
                  .put("name", "gruve")
                  .put("version", Version.number())
                  .put("commit", Version.commit())
                  .put("java", here.java())
                  .put("system", here.system())
                  .put("arch", here.arch()));
    } else {
      terminal.out().println("gruve " + Version.number() + ", commit " + Version.commit());
      terminal.out().println(here.java());
      terminal.out().println(here.system() + " " + here.arch());
    }
    return ExitCode.OK.code();
  }
}
