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
    String java = System.getProperty("java.vm.name") + " " + Runtime.version();
    String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
    String arch = System.getProperty("os.arch");
    if (json) {
      terminal
          .out()
          .println(
              new JsonObject()
                  .put("name", "gruve")
                  .put("version", Version.number())
                  .put("java", java)
                  .put("system", system)
                  .put("arch", arch));
    } else {
      terminal.out().println("gruve " + Version.number());
      terminal.out().println(java);
      terminal.out().println(system + " " + arch);
    }
    return ExitCode.OK.code();
  }
}
