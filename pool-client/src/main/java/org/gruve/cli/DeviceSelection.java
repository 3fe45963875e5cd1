package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;

/** Finds the devices that a user means. */
final class DeviceSelection {
  private DeviceSelection() {}

  /** The devices, at least one, each able to be opened; else a {@link Failure} with exit 4. */
  static List<DeviceOffer> of(DeviceChoice choice) {
    if (choice.selectors().isEmpty()) {
      List<DeviceOffer> preferred = Devices.preferred();
      if (preferred.isEmpty()) {
        throw noDevice("no device here can mine", "gruve devices says why");
      }
      return preferred;
    }
    Map<String, DeviceOffer> chosen = new LinkedHashMap<>();
    for (String selector : choice.selectors()) {
      matching(selector).forEach(offer -> chosen.put(offer.info().id(), offer));
    }
    return List.copyOf(chosen.values());
  }

  private static List<DeviceOffer> matching(String selector) {
    List<DeviceOffer> matching = Devices.matching(selector);
    if (matching.isEmpty()) {
      throw noDevice("no device matches '" + selector + "'", "there is " + known());
    }
    List<DeviceOffer> usable = matching.stream().filter(DeviceOffer::isAvailable).toList();
    if (usable.isEmpty()) {
      DeviceOffer first = matching.getFirst();
      String why = first.unavailabilityCause().map(Failure::sentence).orElse("unknown");
      throw noDevice(first.info().id() + " cannot be used: " + why, "gruve devices lists others");
    }
    return usable;
  }

  private static String known() {
    return Devices.all().stream()
        .map(offer -> offer.info().id() + " (" + offer.info().name() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Failure noDevice(String message, String hint) {
    return new Failure(ExitCode.NO_DEVICE, message, hint);
  }
}
