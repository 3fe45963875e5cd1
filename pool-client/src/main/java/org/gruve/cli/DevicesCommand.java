package org.gruve.cli;

import java.util.concurrent.Callable;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;
import org.gruve.kernels.Inventory;
import org.gruve.kernels.secp.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gruve devices}: what could mine here. */
@Command(
    name = "devices",
    sortOptions = false,
    description = "Lists the devices that can mine here, and says why others cannot.")
final class DevicesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final BackendArguments backends = new BackendArguments();

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  DevicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Inventory inventory = Devices.inventory(name -> !backends.without().contains(name));
    inventory.offers().stream().filter(DevicesCommand::isCpu).forEach(this::tryOut);
    Signatures signatures = Signatures.best();
    terminal
        .out()
        .print(
            json
                ? DeviceJson.of(inventory, signatures) + System.lineSeparator()
                : new DeviceTable(inventory, signatures).text());
    return ExitCode.OK.code();
  }

  /** GPUs are only looked at: opening one can take seconds, and hang. */
  private static boolean isCpu(DeviceOffer offer) {
    return offer.info().backend().equals("cpu") && offer.isAvailable();
  }

  /** Which of its kernels give wrong answers shows only when it is opened; then notes say so. */
  private void tryOut(DeviceOffer offer) {
    try {
      offer.open(1).close();
    } catch (DeviceException e) {
      terminal.err().println("gruve: " + offer.info().id() + ": " + Failure.sentence(e));
    }
  }
}
