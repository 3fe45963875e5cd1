package org.gruve.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.TelemetryWatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of energy, and lets devices rest that become too hot. It works on the thread that
 * reads the sensors, so that hashes and energy are of the same moment; {@link #hardware} is for
 * any.
 */
final class HardwareCare implements TelemetryWatch.Listener {
  private final Supplier<List<DeviceMeter>> meters;
  private final Brake brake;
  private final @Nullable TemperatureLimit limit;
  private final Map<String, EnergyWindow> energies = new HashMap<>();
  private final Map<String, HeatGuard> guards = new HashMap<>();
  private volatile Hardware hardware = Hardware.NONE;

  /** Who lets a device rest and go on, and tells of it. */
  interface Brake {
    /** Lets it rest; without a temperature where it cannot be read any more. */
    void pause(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit);

    /** Lets it go on. */
    void resume(DeviceInfo device, double temperature);
  }

  HardwareCare(Supplier<List<DeviceMeter>> meters, Brake brake, @Nullable TemperatureLimit limit) {
    this.meters = meters;
    this.brake = brake;
    this.limit = limit;
  }

  /** The latest state. */
  Hardware hardware() {
    return hardware;
  }

  @Override
  public void read(Map<String, Readings> readings, long nanos) {
    Map<String, Gauge> gauges = new LinkedHashMap<>();
    for (DeviceMeter meter : meters.get()) {
      Readings one = readings.get(meter.device().id());
      if (one != null) {
        boolean resting = guard(meter.device(), one.temperature());
        gauges.put(meter.device().id(), gauge(meter, one, nanos, resting));
      }
    }
    hardware = new Hardware(gauges);
  }

  private Gauge gauge(DeviceMeter meter, Readings readings, long nanos, boolean resting) {
    EnergyWindow energy = energies.computeIfAbsent(meter.device().id(), _ -> new EnergyWindow());
    energy.add(readings, nanos, meter.hashes());
    return new Gauge(readings, energy.minute(), energy.total(), resting);
  }

  /** Whether the device rests from now on. */
  private boolean guard(DeviceInfo device, OptionalDouble temperature) {
    TemperatureLimit known = limit;
    if (known == null) {
      return false;
    }
    HeatGuard guard = guards.computeIfAbsent(device.id(), _ -> new HeatGuard(known));
    switch (guard.observe(temperature)) {
      case PAUSE -> brake.pause(device, temperature, known);
      case RESUME -> brake.resume(device, temperature.getAsDouble());
      case STAY -> {}
    }
    return guard.isResting();
  }
}
