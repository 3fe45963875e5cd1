package org.gruve.kernels.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device sits on PCI, written as Linux does: {@code 0000:01:00.0}. CUDA, OpenCL and NVML
 * write the domain with none, four or eight digits, and letters in either case; people leave out
 * the function, which is 0 for every GPU.
 */
public record BusId(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\\.([0-7]))?");

  /** Reads any way of writing it; empty where it is none. */
  public static Optional<BusId> of(String written) {
    Matcher parts = FORM.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int domain = parts.group(1) == null ? 0 : Integer.parseUnsignedInt(parts.group(1), 16);
    int bus = Integer.parseInt(parts.group(2), 16);
    int slot = Integer.parseInt(parts.group(3), 16);
    String function = parts.group(4) == null ? "0" : parts.group(4);
    return Optional.of(
        new BusId(String.format(Locale.ROOT, "%04x:%02x:%02x.%s", domain, bus, slot, function)));
  }
}
