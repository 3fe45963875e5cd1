package org.gruve.cli;

import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;

/** A device's state for programs, in base units; what is not known is left out. */
final class GaugeJson {
  private static final double MEGA = 1e6;

  private GaugeJson() {}

  static JsonObject of(Gauge gauge) {
    Readings readings = gauge.readings();
    JsonObject object =
        new JsonObject()
            .putKnown("temperature_c", gauge.temperature())
            .putKnown("power_w", gauge.watts())
            .putKnown("energy_j", gauge.joules())
            .putKnown("joules_per_gigahash", gauge.minute().joulesPerGigahash())
            .putKnown("fan_percent", value(readings, Quantity.FAN_PERCENT))
            .putKnown("sm_clock_hz", value(readings, Quantity.SM_CLOCK_MHZ) * MEGA)
            .putKnown("memory_clock_hz", value(readings, Quantity.MEMORY_CLOCK_MHZ) * MEGA)
            .putKnown("power_limit_w", value(readings, Quantity.POWER_LIMIT_W))
            .put("paused", gauge.resting())
            .put("throttles", readings.throttles());
    readings.fault().ifPresent(why -> object.put("fault", why));
    return object;
  }

  private static double value(Readings readings, Quantity quantity) {
    return readings.of(quantity).orElse(Double.NaN);
  }
}
