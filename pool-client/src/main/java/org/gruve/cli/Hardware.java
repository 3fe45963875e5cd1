package org.gruve.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.kernels.telemetry.Spent;

/**
 * The state of the devices of a run by their ids; NaN where it is not known. What is told of all is
 * known only where it is known of each: a sum that leaves one out would be too good to be true.
 */
record Hardware(Map<String, Gauge> gauges) {
  /** Of a run without sensors. */
  static final Hardware NONE = new Hardware(Map.of());

  private static final Spent UNKNOWN = new Spent(Double.NaN, 0, 0);

  Hardware {
    gauges = Map.copyOf(gauges);
  }

  Gauge of(DeviceMeter meter) {
    return gauges.getOrDefault(meter.device().id(), Gauge.NONE);
  }

  boolean knows(DeviceMeter meter) {
    return gauges.containsKey(meter.device().id());
  }

  /** Of the hottest device whose temperature is known. */
  double temperature(List<DeviceMeter> meters) {
    return meters.stream()
        .mapToDouble(meter -> of(meter).temperature())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  double watts(List<DeviceMeter> meters) {
    return meters.isEmpty()
        ? Double.NaN
        : meters.stream().mapToDouble(meter -> of(meter).watts()).sum();
  }

  /** Joules since the run began. */
  double joules(List<DeviceMeter> meters) {
    return together(meters, Gauge::total).joules();
  }

  /** Of about the last minute. */
  double joulesPerGigahash(List<DeviceMeter> meters) {
    return together(meters, Gauge::minute).joulesPerGigahash();
  }

  /** Since the run began. */
  double totalJoulesPerGigahash(List<DeviceMeter> meters) {
    return together(meters, Gauge::total).joulesPerGigahash();
  }

  private Spent together(List<DeviceMeter> meters, Function<Gauge, Spent> part) {
    List<Spent> parts = meters.stream().map(this::of).map(part).toList();
    boolean known = !parts.isEmpty() && parts.stream().allMatch(one -> one.seconds() > 0);
    return known ? parts.stream().reduce(Spent.NOTHING, Spent::plus) : UNKNOWN;
  }
}
