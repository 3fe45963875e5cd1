package org.gruve.kernels.telemetry;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The energy counter of one processor package. Linux's begins anew after some minutes at full load;
 * this one goes on, as long as it is read more often than that.
 */
final class RaplCounter {
  private static final double MICRO = 1e6;

  private final Path zone;
  private double wrapped;
  private double last;

  RaplCounter(Path zone) {
    this.zone = zone;
  }

  OptionalDouble joules() {
    OptionalDouble now = SensorFile.number(zone.resolve("energy_uj"), MICRO);
    if (now.isEmpty()) {
      return now;
    }
    if (now.getAsDouble() < last) {
      wrapped += SensorFile.number(zone.resolve("max_energy_range_uj"), MICRO).orElse(last);
    }
    last = now.getAsDouble();
    return OptionalDouble.of(wrapped + last);
  }
}
