package org.gruve.core.mine;

import java.time.Duration;
import java.util.Locale;

/** What is said of a device that does not answer. */
final class HungDevice {
  private HungDevice() {}

  static DeviceException because(Duration allowed) {
    return new DeviceException(
        String.format(
            Locale.ROOT,
            "its driver did not return from a call within %.0f s, so it counts as hung: restart"
                + " the program, or the machine if that does not help",
            allowed.toMillis() / 1e3));
  }
}
