package org.gruve.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Inventory;

/**
 * Devices that mine for the same places.
 *
 * @param ids of the devices
 * @param places in order of preference
 */
record DeviceGroup(Set<String> ids, List<Place> places) {
  DeviceGroup {
    ids = Set.copyOf(ids);
    places = List.copyOf(places);
  }

  /** All devices, for what needs no name. */
  static DeviceGroup ofAll(List<DeviceOffer> offers) {
    return new DeviceGroup(
        offers.stream().map(offer -> offer.info().id()).collect(Collectors.toSet()), List.of());
  }

  /** Those of its devices that are in use. */
  Fleet of(Fleet fleet) {
    return new Fleet(
        fleet.tested().stream().filter(one -> ids.contains(one.device().info().id())).toList(), 0);
  }

  /**
   * Divides devices: those that a place names mine for it first, and then for the places that name
   * none; all others only for these. Each device has one group, in the order of the devices.
   */
  static List<DeviceGroup> of(List<DeviceOffer> offers, List<Place> places) {
    Map<Place, Set<String>> named = new LinkedHashMap<>();
    places.forEach(place -> named.put(place, named(offers, place)));
    Map<List<Place>, Set<String>> groups = new LinkedHashMap<>();
    for (DeviceOffer offer : offers) {
      String id = offer.info().id();
      List<Place> own = new ArrayList<>();
      places.stream()
          .filter(place -> named.getOrDefault(place, Set.of()).contains(id))
          .forEach(own::add);
      places.stream().filter(place -> place.devices().isEmpty()).forEach(own::add);
      if (own.isEmpty()) {
        throw new Failure(
            ExitCode.USAGE,
            id + " has nothing to mine for: every pool is for other devices only",
            "add a pool without --pool-device, or choose devices with -d");
      }
      groups.computeIfAbsent(own, _ -> new LinkedHashSet<>()).add(id);
    }
    return groups.entrySet().stream()
        .map(entry -> new DeviceGroup(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static Set<String> named(List<DeviceOffer> offers, Place place) {
    Inventory inUse = new Inventory(offers, Map.of());
    Set<String> ids = new LinkedHashSet<>();
    for (String pattern : place.devices()) {
      List<DeviceOffer> matching = inUse.matching(pattern);
      if (matching.isEmpty()) {
        throw new Failure(
            ExitCode.NO_DEVICE,
            "no device in use matches --pool-device '" + pattern + "' of " + place.name(),
            "gruve devices lists them, and -d chooses");
      }
      matching.forEach(offer -> ids.add(offer.info().id()));
    }
    return ids;
  }
}
