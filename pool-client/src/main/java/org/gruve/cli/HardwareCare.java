package org.gruve.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Spent;
import org.gruve.kernels.telemetry.TelemetryWatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of energy, and lets devices rest that become too hot. It works on the thread that
 * reads the sensors, so that hashes and energy are of the same moment; another thread looks whether
 * that one still reads.
 */
final class HardwareCare implements TelemetryWatch.Listener {
  private static final long LONGEST_ROUND = TimeUnit.SECONDS.toNanos(10);

  private static final Readings SILENT = Readings.absent("its sensors do not answer");

  private final Supplier<List<DeviceMeter>> meters;
  private final Brake brake;
  private final @Nullable TemperatureLimit limit;
  private final Map<String, EnergyWindow> energies = new HashMap<>();
  private final Map<String, HeatGuard> guards = new HashMap<>();
  private final LongSupplier clock;
  private long lastRound;
  private volatile Hardware hardware = Hardware.NONE;

  /** Who lets a device rest and go on, and tells of it. */
  interface Brake {
    /** Lets it rest; without a temperature where it cannot be read any more. */
    void pause(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit);

    /** Lets it go on. */
    void resume(DeviceInfo device, double temperature);
  }

  /** Takes the clock by which rounds are told. */
  HardwareCare(
      Supplier<List<DeviceMeter>> meters,
      Brake brake,
      @Nullable TemperatureLimit limit,
      LongSupplier clock) {
    this.meters = meters;
    this.brake = brake;
    this.limit = limit;
    this.clock = clock;
    this.lastRound = clock.getAsLong();
  }

  /** The latest state. */
  Hardware hardware() {
    return hardware;
  }

  @Override
  public synchronized void read(Map<String, Readings> readings, long nanos) {
    Map<String, Gauge> gauges = new LinkedHashMap<>();
    for (DeviceMeter meter : meters.get()) {
      Readings one = readings.get(meter.device().id());
      if (one != null) {
        boolean resting =
            guard(meter.device(), one.temperature(), guard -> guard.observe(one.temperature()));
        gauges.put(meter.device().id(), gauge(meter, one, nanos, resting));
      }
    }
    hardware = new Hardware(gauges);
    lastRound = nanos;
  }

  /**
   * Looks whether rounds still come; once a second. A driver that hangs in a reading ends them for
   * all devices, and a limit that nobody watches is none.
   */
  synchronized void look() {
    if (limit == null || clock.getAsLong() - lastRound < LONGEST_ROUND) {
      return;
    }
    Map<String, Gauge> gauges = new LinkedHashMap<>();
    for (DeviceMeter meter : meters.get()) {
      boolean resting = guard(meter.device(), OptionalDouble.empty(), HeatGuard::lost);
      Spent total = hardware.of(meter).total();
      gauges.put(meter.device().id(), new Gauge(SILENT, Spent.NOTHING, total, resting));
    }
    hardware = new Hardware(gauges);
  }

  private Gauge gauge(DeviceMeter meter, Readings readings, long nanos, boolean resting) {
    EnergyWindow energy = energies.computeIfAbsent(meter.device().id(), _ -> new EnergyWindow());
    energy.add(readings, nanos, meter.hashes());
    return new Gauge(readings, energy.minute(), energy.total(), resting);
  }

  /** Whether the device rests from now on. */
  private boolean guard(
      DeviceInfo device, OptionalDouble temperature, Function<HeatGuard, HeatGuard.Step> next) {
    TemperatureLimit known = limit;
    if (known == null) {
      return false;
    }
    HeatGuard guard = guards.computeIfAbsent(device.id(), _ -> new HeatGuard(known));
    switch (next.apply(guard)) {
      case PAUSE -> brake.pause(device, temperature, known);
      case RESUME -> brake.resume(device, temperature.getAsDouble());
      case STAY -> {}
    }
    return guard.isResting();
  }
}
