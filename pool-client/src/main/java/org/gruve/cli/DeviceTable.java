package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceOffer;
import org.jspecify.annotations.Nullable;

/** Devices as a table for people and as a list for programs. */
final class DeviceTable {
  private static final List<String> HEADS =
      List.of("ID", "BACKEND", "NAME", "KERNEL", "DETAILS", "STATE");

  private final List<DeviceOffer> offers;

  DeviceTable(List<DeviceOffer> offers) {
    this.offers = List.copyOf(offers);
  }

  /** One line per device under a head line, columns aligned; below it what there is to note. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    offers.forEach(offer -> rows.add(row(offer)));
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(line(row, widths)).append(System.lineSeparator()));
    for (DeviceOffer offer : offers) {
      for (String note : offer.notes()) {
        out.append(offer.info().id() + ": " + note + System.lineSeparator());
      }
    }
    return out.toString();
  }

  /** {@code {"schema":1,"devices":[…]}}. */
  JsonObject json() {
    List<JsonObject> list = offers.stream().map(DeviceTable::object).toList();
    return new JsonObject().put("schema", 1).put("devices", list);
  }

  private static List<String> row(DeviceOffer offer) {
    DeviceInfo info = offer.info();
    String state = reason(offer).map(why -> "unavailable: " + why).orElse("available");
    return List.of(info.id(), info.backend(), info.name(), info.kernel(), offer.details(), state);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static JsonObject object(DeviceOffer offer) {
    DeviceInfo info = offer.info();
    @Nullable String busId = info.busId().isEmpty() ? null : info.busId();
    return new JsonObject()
        .put("id", info.id())
        .put("backend", info.backend())
        .put("name", info.name())
        .put("kernel", info.kernel())
        .put("bus_id", busId)
        .put("details", offer.details())
        .put("available", offer.isAvailable())
        .put("reason", reason(offer).orElse(null))
        .put("notes", offer.notes());
  }

  private static Optional<String> reason(DeviceOffer offer) {
    return offer.unavailabilityCause().map(Failure::sentence);
  }
}
