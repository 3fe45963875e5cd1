package org.gruve.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Sensors;
import org.gruve.kernels.telemetry.Telemetry;

/**
 * Finds and reads sensors for the main thread, which a driver must not take with it: one that does
 * not answer is asked no more. Confined to that thread.
 */
final class GuardedSensors {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Readings SILENT = Readings.absent("its sensors do not answer");

  private final Function<DeviceInfo, Optional<Sensors>> find;
  private final DeviceGuard guard;
  private final Set<String> silent = new HashSet<>();

  GuardedSensors(Function<DeviceInfo, Optional<Sensors>> find, DeviceGuard guard) {
    this.find = find;
    this.guard = guard;
  }

  /** Those of this machine. */
  static GuardedSensors here(BooleanSupplier stopping) {
    return new GuardedSensors(
        Telemetry.here()::find, new DeviceGuard(PATIENCE, System::nanoTime, stopping));
  }

  /** A device's sensors, to be read on a thread that may hang; they are silent if it does here. */
  Optional<Sensors> find(DeviceInfo device) {
    return guarded(device, () -> find.apply(device), Optional.of(() -> SILENT));
  }

  /** What sensors of this device say now. */
  Readings read(DeviceInfo device, Sensors sensors) {
    return guarded(device, sensors::read, SILENT);
  }

  private <T> T guarded(DeviceInfo device, Supplier<T> task, T otherwise) {
    if (!device.hasDriver()) {
      return task.get();
    }
    if (silent.contains(device.backend())) {
      return otherwise;
    }
    try {
      return guard.call("sensors-" + device.id(), task::get);
    } catch (DeviceException e) {
      // The readings say so. All GPUs of a backend have the same driver.
      silent.add(device.backend());
      return otherwise;
    }
  }
}
