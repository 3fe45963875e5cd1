package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.DeviceInfo;
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
      List<DeviceInfo> devices,
      @Nullable TemperatureLimit limit,
      Function<DeviceInfo, Optional<Sensors>> find) {
    Map<String, Sensors> found = new LinkedHashMap<>();
    for (DeviceInfo device : devices) {
      find.apply(device).ifPresent(sensors -> found.put(device.id(), sensors));
      Sensors sensors = found.get(device.id());
      boolean measured = sensors != null && sensors.read().temperature().isPresent();
      if (limit != null && !measured) {
        throw new Failure(
            ExitCode.USAGE,
            "--temp-limit cannot guard " + device.id() + ", whose temperature cannot be read here",
            "leave out the device with -d, or the limit");
      }
    }
    return new Instruments(found, limit);
  }
}
