package org.gruve.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.EffectiveRate;

/**
 * How fast a run is, in hashes per second; NaN where it is not known.
 *
 * @param hardware what the devices' sensors say
 * @param max the best that all devices together reached over 10 s
 * @param effective what the accepted shares prove
 * @param seconds since the run began
 */
record Speed(
    List<DeviceMeter> devices,
    Hardware hardware,
    double max,
    EffectiveRate effective,
    double seconds) {
  Speed {
    devices = List.copyOf(devices);
  }

  double tenSeconds() {
    return devices.stream().mapToDouble(DeviceMeter::rate10s).sum();
  }

  double minute() {
    return devices.stream().mapToDouble(DeviceMeter::rate60s).sum();
  }

  double quarterHour() {
    return devices.stream().mapToDouble(DeviceMeter::rate15m).sum();
  }

  long hashes() {
    return devices.stream().mapToLong(DeviceMeter::hashes).sum();
  }

  long errors() {
    return devices.stream().mapToLong(DeviceMeter::errors).sum();
  }

  /** Of the devices that have sensors, by their ids, in the devices' order. */
  Map<String, Gauge> gauges() {
    Map<String, Gauge> gauges = new LinkedHashMap<>();
    devices.stream()
        .filter(hardware::knows)
        .forEach(meter -> gauges.put(meter.device().id(), hardware.of(meter)));
    return gauges;
  }

  /** Degrees Celsius of the hottest device. */
  double temperature() {
    return hardware.temperature(devices);
  }

  double watts() {
    return hardware.watts(devices);
  }

  /** Of about the last minute. */
  double joulesPerGigahash() {
    return hardware.joulesPerGigahash(devices);
  }

  /** Since the run began. */
  double joules() {
    return hardware.joules(devices);
  }

  /** Since the run began. */
  double totalJoulesPerGigahash() {
    return hardware.totalJoulesPerGigahash(devices);
  }

  /** Over the whole run. */
  double average() {
    return seconds > 0 ? hashes() / seconds : Double.NaN;
  }
}
