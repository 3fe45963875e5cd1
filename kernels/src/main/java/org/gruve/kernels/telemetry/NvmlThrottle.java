package org.gruve.kernels.telemetry;

import java.util.Arrays;
import java.util.List;

/**
 * NVML's bits for what holds a GPU's clocks back; idleness and users' own settings are left out.
 */
enum NvmlThrottle {
  POWER_CAP(0x4, "power limit"),
  HARDWARE(0x8, "hardware slowdown"),
  THERMAL(0x20, "too hot"),
  HARDWARE_THERMAL(0x40, "far too hot"),
  POWER_BRAKE(0x80, "power supply");

  private final long bit;
  private final String words;

  NvmlThrottle(long bit, String words) {
    this.bit = bit;
    this.words = words;
  }

  static List<String> of(long bits) {
    return Arrays.stream(values())
        .filter(one -> (bits & one.bit) != 0)
        .map(one -> one.words)
        .toList();
  }
}
