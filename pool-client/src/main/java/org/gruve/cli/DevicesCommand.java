package org.gruve.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.DeviceOffer;
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
    List<DeviceOffer> offers = Devices.all();
    offers.stream().filter(DeviceOffer::isAvailable).forEach(this::tryOut);
    DeviceTable table = new DeviceTable(offers);
    terminal.out().print(json ? table.json() + System.lineSeparator() : table.text());
    return ExitCode.OK.code();
  }

  /**
   * Which kernels give wrong answers shows only when the device is opened; then its notes say so.
   */
  private void tryOut(DeviceOffer offer) {
    try {
      offer.open(1).close();
    } catch (DeviceException e) {
      terminal.err().println("gruve: " + offer.info().id() + ": " + Failure.sentence(e));
    }
  }
}
