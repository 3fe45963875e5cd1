package org.gruve.kernels.gpu;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * How well one setting does, while it mines. Its first scans do not count: they share the device
 * with those of the setting before, and the first of all waits for the compiler.
 */
final class Trial {
  private static final int UNCOUNTED = 3;
  private static final int LEAST_SCANS = 4;

  /** Shorter ones are a start or an end, all overhead. */
  private static final long LEAST_SCAN_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Counters of energy are renewed a few times a second only. */
  private static final long LEAST_NANOS_OF_ENERGY = TimeUnit.MILLISECONDS.toNanos(1500);

  private final Setting setting;
  private final DoubleSupplier joules;
  private int scans;
  private double hashes;
  private double nanos;
  private double joulesBefore;

  /** {@code joules} has been used so far by the device, NaN where it is not known. */
  Trial(Setting setting, DoubleSupplier joules) {
    this.setting = setting;
    this.joules = joules;
  }

  Setting setting() {
    return setting;
  }

  void took(long scanned, long time) {
    if (time < LEAST_SCAN_NANOS) {
      return;
    }
    if (++scans == UNCOUNTED) {
      joulesBefore = joules.getAsDouble();
    }
    if (scans > UNCOUNTED) {
      hashes += scanned;
      nanos += time;
    }
  }

  boolean isOver(boolean forEfficiency) {
    long least = forEfficiency ? LEAST_NANOS_OF_ENERGY : LEAST_NANOS;
    return scans >= UNCOUNTED + LEAST_SCANS && nanos >= least;
  }

  /** Hashes a second. */
  double rate() {
    return hashes / (nanos / 1e9);
  }

  /** Hashes per joule, NaN where it is not known: some counters stand still. */
  double efficiency() {
    double spent = joules.getAsDouble() - joulesBefore;
    return spent > 0 ? hashes / spent : Double.NaN;
  }
}
