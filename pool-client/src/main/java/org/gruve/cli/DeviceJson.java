package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceFacts;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Inventory;
import org.gruve.kernels.secp.Signatures;
import org.jspecify.annotations.Nullable;

/** Devices for programs: base units, null for what is not known. */
final class DeviceJson {
  private DeviceJson() {}

  /** {@code {"schema":1,"devices":[…],"absent":[…],"signatures":{…}}}. */
  static JsonObject of(Inventory inventory, Signatures signatures) {
    List<JsonObject> devices =
        inventory.offers().stream().map(offer -> device(inventory, offer)).toList();
    List<JsonObject> absent = new ArrayList<>();
    inventory
        .absences()
        .forEach(
            (backend, why) ->
                absent.add(new JsonObject().put("backend", backend).put("reason", why)));
    return new JsonObject()
        .put("schema", 1)
        .put("devices", devices)
        .put("absent", absent)
        .put("signatures", signatures(signatures));
  }

  private static JsonObject signatures(Signatures signatures) {
    return new JsonObject()
        .put("backend", signatures.verifier().name())
        .put("reason", signatures.unavailabilityCause().map(Failure::sentence).orElse(null));
  }

  private static JsonObject device(Inventory inventory, DeviceOffer offer) {
    DeviceInfo info = offer.info();
    JsonObject object =
        new JsonObject()
            .put("id", info.id())
            .put("backend", info.backend())
            .put("name", info.name())
            .put("kernel", info.kernel())
            .put("bus_id", orNull(info.busId()));
    facts(object, offer.facts());
    return object
        .put("details", offer.details())
        .put("available", offer.isAvailable())
        .put("reason", DeviceTable.reason(offer).orElse(null))
        .put("used_by_default", inventory.preferred().contains(offer))
        .put("left_out", inventory.whyNotPreferred(offer).orElse(null))
        .put("note", offer.note().orElse(null))
        .put("notes", offer.notes());
  }

  private static void facts(JsonObject object, DeviceFacts facts) {
    object
        .put("type", facts.type().name().toLowerCase(Locale.ROOT))
        .put("vendor", orNull(facts.vendor()))
        .put("driver", orNull(facts.driver()))
        .put("units", orNull(facts.units()))
        .put("clock_hz", hertz(facts.clockMhz()))
        .put("memory_bytes", orNull(facts.memoryBytes()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static @Nullable Long hertz(OptionalInt megahertz) {
    return megahertz.isPresent() ? megahertz.getAsInt() * 1_000_000L : null;
  }
}
