package org.gruve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;
import org.gruve.kernels.Inventory;
import org.gruve.kernels.secp.Signatures;

/** What can mine and verify here, and why the rest cannot. */
final class DriverCheck {
  /** Where OpenCL's loader looks for the drivers of vendors (cl_khr_icd). */
  private static final Path VENDORS = Path.of("/etc/OpenCL/vendors");

  private DriverCheck() {}

  static List<Finding> here() {
    Inventory inventory = Devices.inventory(_ -> true);
    List<Finding> findings = new ArrayList<>();
    inventory.offers().forEach(offer -> findings.add(device(inventory, offer)));
    inventory
        .absences()
        .forEach((backend, why) -> findings.add(Finding.note(backend, "no device: " + why)));
    if (inventory.offers().stream().noneMatch(DeviceOffer::isAvailable)) {
      findings.add(Finding.broken("devices", "none can mine"));
    }
    findings.add(vendors());
    findings.add(signatures());
    return findings;
  }

  private static Finding device(Inventory inventory, DeviceOffer offer) {
    String name = offer.info().name() + ", " + offer.info().kernel();
    String details = offer.details().isEmpty() ? "" : ", " + offer.details();
    if (!offer.isAvailable()) {
      String why = DeviceTable.reason(offer).orElse("unknown");
      return Finding.note(offer.info().id(), name + ": cannot be used: " + why);
    }
    String leftOut = inventory.whyNotPreferred(offer).map(why -> ", left out: " + why).orElse("");
    return Finding.ok(offer.info().id(), name + details + leftOut);
  }

  private static Finding vendors() {
    try (Stream<Path> files = Files.list(VENDORS)) {
      String names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".icd"))
              .sorted()
              .collect(Collectors.joining(", "));
      return Finding.ok("icds", names.isEmpty() ? VENDORS + " is empty" : names);
    } catch (IOException e) {
      return Finding.note(
          "icds", VENDORS + " cannot be read: no vendor's OpenCL driver is installed");
    }
  }

  private static Finding signatures() {
    Signatures signatures = Signatures.best();
    return signatures
        .unavailabilityCause()
        .map(
            why ->
                Finding.note(
                    "signatures",
                    signatures.verifier().name()
                        + ", since libsecp256k1 is not usable: "
                        + Failure.sentence(why)))
        .orElseGet(() -> Finding.ok("signatures", signatures.verifier().name()));
  }
}
