package org.gruve.kernels.gpu;

/**
 * Finds the fastest setting of a kernel while it mines: one after the other is used for a while,
 * then the best for good. Told and asked by the device's worker; others may ask.
 */
public interface Tuning {
  /** The setting to launch with now. */
  Setting setting();

  /** Whether it stays that one. */
  boolean isSettled();

  /** Learns from a scan: how long the device took for it alone. */
  void took(Setting setting, long hashes, long nanos);

  /** Always the same. */
  static Tuning fixed(Setting setting) {
    return new Tuning() {
      @Override
      public Setting setting() {
        return setting;
      }

      @Override
      public boolean isSettled() {
        return true;
      }

      @Override
      public void took(Setting with, long hashes, long nanos) {
        // There is nothing to find out.
      }
    };
  }
}
