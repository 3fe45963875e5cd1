package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Devices;
import org.gruve.kernels.Inventory;

/** Finds the devices that a user means. */
final class DeviceSelection {
  private static final Set<String> BACKENDS = Set.of("cpu", "cuda", "opencl");

  private final DeviceChoice choice;
  private final Inventory inventory;

  private DeviceSelection(DeviceChoice choice, Inventory inventory) {
    this.choice = choice;
    this.inventory = inventory;
  }

  /** The devices, at least one, each able to be opened; else a {@link Failure} with exit 4. */
  static List<DeviceOffer> of(DeviceChoice choice) {
    return of(choice, Devices::inventory);
  }

  /** The same among what a look at the wanted backends finds. */
  static List<DeviceOffer> of(DeviceChoice choice, Function<Predicate<String>, Inventory> look) {
    for (String selector : choice.selectors()) {
      backend(selector).filter(choice.without()::contains).ifPresent(DeviceSelection::refuse);
    }
    return new DeviceSelection(choice, look.apply(wanted(choice))).chosen();
  }

  /** Where all selectors name backends, the drivers of others need not be loaded. */
  private static Predicate<String> wanted(DeviceChoice choice) {
    Set<Optional<String>> named =
        choice.selectors().stream().map(DeviceSelection::backend).collect(Collectors.toSet());
    boolean all = named.isEmpty() || named.contains(Optional.<String>empty());
    return name -> !choice.without().contains(name) && (all || named.contains(Optional.of(name)));
  }

  /** The backend that a selector such as {@code cuda} or {@code cuda:0} names. */
  private static Optional<String> backend(String selector) {
    String name = selector.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return Optional.of(name).filter(BACKENDS::contains);
  }

  private static void refuse(String backend) {
    throw new Failure(
        ExitCode.USAGE,
        "-d " + backend + " and --no-" + backend + " exclude each other; use one of them");
  }

  private List<DeviceOffer> chosen() {
    if (choice.selectors().isEmpty()) {
      return preferred();
    }
    Map<String, DeviceOffer> chosen = new LinkedHashMap<>();
    for (String selector : choice.selectors()) {
      matching(selector).forEach(offer -> chosen.put(offer.info().id(), offer));
    }
    Set<String> byId =
        choice.selectors().stream()
            .map(selector -> selector.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return inventory.once(chosen.values(), byId);
  }

  private List<DeviceOffer> preferred() {
    List<DeviceOffer> preferred = inventory.preferred();
    if (preferred.isEmpty()) {
      String without = choice.without().contains("cpu") ? "no GPU here" : "no device here";
      throw noDevice(without + " can mine", "gruve devices says why");
    }
    return preferred;
  }

  private List<DeviceOffer> matching(String selector) {
    List<DeviceOffer> matching = inventory.matching(selector);
    if (matching.isEmpty()) {
      throw backend(selector)
          .flatMap(name -> Optional.ofNullable(inventory.absences().get(name)))
          .map(why -> noDevice("no device matches '" + selector + "': " + why, ""))
          .orElseGet(() -> noDevice("no device matches '" + selector + "'", known()));
    }
    List<DeviceOffer> usable = matching.stream().filter(DeviceOffer::isAvailable).toList();
    if (usable.isEmpty()) {
      DeviceOffer first = matching.getFirst();
      String why = first.unavailabilityCause().map(Failure::sentence).orElse("unknown");
      throw noDevice(first.info().id() + " cannot be used: " + why, "gruve devices lists others");
    }
    return usable;
  }

  private String known() {
    return inventory.offers().isEmpty()
        ? "gruve devices lists what there is"
        : inventory.offers().stream()
            .map(offer -> offer.info().id() + " (" + offer.info().name() + ")")
            .collect(Collectors.joining(", ", "there is ", ""));
  }

  private static Failure noDevice(String message, String hint) {
    return new Failure(ExitCode.NO_DEVICE, message, hint);
  }
}
