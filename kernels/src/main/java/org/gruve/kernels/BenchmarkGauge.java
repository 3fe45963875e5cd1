package org.gruve.kernels;

import java.util.function.LongSupplier;
import org.gruve.kernels.telemetry.EnergyMeter;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;

/** Reads the device's sensors while it is measured, on the thread that waits for its workers. */
final class BenchmarkGauge {
  private static final double MEGA = 1e6;

  private final BenchmarkWatch watch;
  private final LongSupplier clock;
  private final EnergyMeter energy = new EnergyMeter();
  private double hottest = Double.NaN;
  private double clocks;
  private int clocked;

  BenchmarkGauge(BenchmarkWatch watch, LongSupplier clock) {
    this.watch = watch;
    this.clock = clock;
  }

  void look() {
    Readings readings = watch.readings();
    // By the power over time, not by hashes: those of the batches in flight are not counted yet.
    energy.add(readings, clock.getAsLong(), 0);
    double degrees = readings.temperature().orElse(Double.NaN);
    hottest = degrees > hottest || Double.isNaN(hottest) ? degrees : hottest;
    readings.of(Quantity.SM_CLOCK_MHZ).ifPresent(this::add);
  }

  BenchmarkResult.Sensed sensed() {
    double hertz = clocked > 0 ? clocks / clocked * MEGA : Double.NaN;
    return new BenchmarkResult.Sensed(energy.total().watts(), hottest, hertz);
  }

  private void add(double megahertz) {
    clocks += megahertz;
    clocked++;
  }
}
