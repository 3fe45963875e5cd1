package org.gruve.kernels.gpu;

/**
 * Which setting a kernel runs with. Told and asked by the device's worker; anyone may ask for the
 * setting.
 */
public interface Tuning {
  /** The setting to launch with now. */
  Setting setting();

  /** What to launch with while that one is not ready yet. */
  Setting fallback();

  /** Whether it stays that one. */
  boolean isSettled();

  /** Learns from a scan: how long the device took for it alone. */
  void took(Setting with, long hashes, long nanos);

  /** Learns that a setting cannot be used. */
  void refused(Setting with);

  /** Always the same. */
  static Tuning fixed(Setting setting) {
    return new FixedTuning(setting);
  }
}
