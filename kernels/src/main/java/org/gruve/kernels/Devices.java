package org.gruve.kernels;

import java.util.List;

/** The one place where devices are found and chosen. */
public final class Devices {
  private Devices() {}

  /** Every device of every backend, best first; those that cannot be used say why. */
  public static List<DeviceOffer> all() {
    throw new UnsupportedOperationException();
  }

  /** What is used when nothing is asked for: all GPUs, or the CPU where there is none. */
  public static List<DeviceOffer> preferred() {
    throw new UnsupportedOperationException();
  }

  /**
   * The devices that a selector means: an id ({@code cpu}, {@code cuda:0}), a backend ({@code
   * cuda}), a bus id, or a fragment of a name, in any case. Empty where it means none.
   */
  public static List<DeviceOffer> matching(String selector) {
    throw new UnsupportedOperationException();
  }
}
