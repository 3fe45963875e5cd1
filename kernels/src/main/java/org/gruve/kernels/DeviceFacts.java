package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What its driver says of a device, as far as it says anything.
 *
 * @param vendor as the driver spells it, or empty
 * @param driver its version, or empty
 * @param units what works at once: multiprocessors, compute units, threads
 * @param clockMhz the highest clock
 */
public record DeviceFacts(
    Type type,
    String vendor,
    String driver,
    OptionalInt units,
    OptionalInt clockMhz,
    OptionalLong memoryBytes) {

  /** What kind of device it is. */
  public enum Type {
    GPU,
    CPU,
    ACCELERATOR
  }

  /** Nothing is known but the kind. */
  public static DeviceFacts of(Type type) {
    return new DeviceFacts(
        type, "", "", OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty());
  }

  /** What is known, for a line: {@code 132 units, 1980 MHz, 80 GiB, driver 580.65}. */
  String summary() {
    List<String> parts = new ArrayList<>();
    units.ifPresent(count -> parts.add(count + (count == 1 ? " unit" : " units")));
    clockMhz.ifPresent(clock -> parts.add(clock + " MHz"));
    memoryBytes.ifPresent(
        bytes -> parts.add(String.format(Locale.ROOT, "%.0f GiB", bytes / (double) (1L << 30))));
    if (!driver.isEmpty()) {
      parts.add("driver " + driver);
    }
    return String.join(", ", parts);
  }
}
