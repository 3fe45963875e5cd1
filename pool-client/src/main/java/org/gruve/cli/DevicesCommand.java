package org.gruve.cli;

import java.util.concurrent.Callable;
import org.gruve.kernels.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gruve devices}: what could mine here. */
@Command(
    name = "devices",
    description = "Lists the devices that can mine here, and says why others cannot.")
final class DevicesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  DevicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DeviceTable table = new DeviceTable(Devices.all());
    terminal.out().print(json ? table.json() + System.lineSeparator() : table.text());
    return ExitCode.OK.code();
  }
}
