package org.gruve.cli;

import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Spent;

/**
 * What is known of a device's state.
 *
 * @param minute energy and hashes of about the last minute
 * @param total energy and hashes since the run began
 * @param resting whether it is paused because of its temperature
 */
record Gauge(Readings readings, Spent minute, Spent total, boolean resting) {
  /** Of a device without sensors. */
  static final Gauge NONE = new Gauge(Readings.NONE, Spent.NOTHING, Spent.NOTHING, false);

  double temperature() {
    return readings.temperature().orElse(Double.NaN);
  }

  /** Since the run began. */
  double joules() {
    return total.seconds() > 0 ? total.joules() : Double.NaN;
  }

  /** What the driver says; else by its energy counter. */
  double watts() {
    return readings.power().orElse(minute.watts());
  }
}
