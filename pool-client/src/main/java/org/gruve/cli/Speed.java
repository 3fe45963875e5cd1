package org.gruve.cli;

import java.util.List;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.EffectiveRate;

/**
 * How fast a run is, in hashes per second; NaN where it is not known.
 *
 * @param max the best that all devices together reached over 10 s
 * @param effective what the accepted shares prove
 * @param seconds since the run began
 */
record Speed(List<DeviceMeter> devices, double max, EffectiveRate effective, double seconds) {
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

  /** Over the whole run. */
  double average() {
    return seconds > 0 ? hashes() / seconds : Double.NaN;
  }
}
