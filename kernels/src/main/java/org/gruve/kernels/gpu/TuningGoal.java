package org.gruve.kernels.gpu;

/** What a device is tuned for. */
public enum TuningGoal {
  /** Hashes a second. */
  RATE,
  /** Hashes per joule; rate, where the device has no counter of energy. */
  EFFICIENCY
}
