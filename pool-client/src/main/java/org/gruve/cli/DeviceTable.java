package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Inventory;
import org.gruve.kernels.secp.Signatures;

/** Devices as a table for people; below it what there is to note. */
final class DeviceTable {
  private static final List<String> HEADS =
      List.of("ID", "BACKEND", "NAME", "KERNEL", "BUS", "DETAILS", "STATE");

  private final Inventory inventory;
  private final Signatures signatures;

  DeviceTable(Inventory inventory, Signatures signatures) {
    this.inventory = inventory;
    this.signatures = signatures;
  }

  /**
   * One line per device under a head line, columns aligned, then notes, absent backends,
   * signatures.
   */
  String text() {
    StringBuilder out = new StringBuilder();
    table().forEach(line -> out.append(line).append(System.lineSeparator()));
    for (DeviceOffer offer : inventory.offers()) {
      List<String> notes = new ArrayList<>(offer.note().stream().toList());
      notes.addAll(offer.notes());
      notes.forEach(
          note -> out.append(offer.info().id() + ": " + note).append(System.lineSeparator()));
    }
    inventory
        .absences()
        .forEach(
            (backend, why) ->
                out.append("no " + backend + " device: " + why).append(System.lineSeparator()));
    return out.append(signatures()).append(System.lineSeparator()).toString();
  }

  /** Not a device, but the other thing that this machine can or cannot do fast. */
  private String signatures() {
    String used = "signatures: verified by " + signatures.verifier().name();
    return signatures
        .unavailabilityCause()
        .map(why -> used + ", since libsecp256k1 is not usable: " + Failure.sentence(why))
        .orElse(used);
  }

  private List<String> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    inventory.offers().forEach(offer -> rows.add(row(offer)));
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<String> row(DeviceOffer offer) {
    DeviceInfo info = offer.info();
    return List.of(
        info.id(),
        info.backend(),
        info.name(),
        info.kernel(),
        dash(info.busId()),
        dash(offer.details()),
        state(offer));
  }

  private String state(DeviceOffer offer) {
    Optional<String> unavailable = reason(offer).map(why -> "unavailable: " + why);
    Optional<String> leftOut =
        inventory.whyNotPreferred(offer).map(why -> "available, left out: " + why);
    return unavailable.or(() -> leftOut).orElse("available");
  }

  /** Why it cannot be used. */
  static Optional<String> reason(DeviceOffer offer) {
    return offer.unavailabilityCause().map(Failure::sentence);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
