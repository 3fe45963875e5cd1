package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Sensors;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of the devices in use, and what they are to guard.
 *
 * @param sensors by the device's id
 * @param limit null for none
 */
record Instruments(Map<String, Sensors> sensors, @Nullable TemperatureLimit limit) {
  /** No sensors at all. */
  static final Instruments NONE = new Instruments(Map.of(), null);

  Instruments {
    sensors = Map.copyOf(sensors);
  }

  /** Those that can be found; exit 2 where a limit is to guard a device without a temperature. */
  static Instruments of(
      List<DeviceInfo> devices, @Nullable TemperatureLimit limit, GuardedSensors guarded) {
    Map<String, Sensors> found = new LinkedHashMap<>();
    for (DeviceInfo device : devices) {
      Optional<Sensors> sensors = guarded.find(device);
      sensors.ifPresent(one -> found.put(device.id(), one));
      if (limit != null
          && sensors.flatMap(one -> temperature(guarded.read(device, one))).isEmpty()) {
        throw new Failure(
            ExitCode.USAGE,
            "--temp-limit cannot guard " + device.id() + ", whose temperature cannot be read here",
            "leave out the device with -d, or the limit");
      }
    }
    return new Instruments(found, limit);
  }

  private static Optional<Double> temperature(Readings readings) {
    return Optional.ofNullable(readings.values().get(Quantity.TEMPERATURE_C));
  }
}
