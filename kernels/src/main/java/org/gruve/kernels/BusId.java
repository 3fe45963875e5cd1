package org.gruve.kernels;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PCI bus ids in one spelling: drivers differ in case, leading zeros and the domain. */
public final class BusId {
  private static final Pattern FORM =
      Pattern.compile("(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\\.([0-7]))?");

  private BusId() {}

  /** As Linux writes it, {@code 0000:01:00.0}; empty for what is no bus id. */
  public static String normalised(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%04x:%02x:%02x.%d",
        number(form.group(1)),
        number(form.group(2)),
        number(form.group(3)),
        number(form.group(4)));
  }

  private static long number(@Nullable String hex) {
    return hex == null ? 0 : Long.parseLong(hex, 16);
  }
}
