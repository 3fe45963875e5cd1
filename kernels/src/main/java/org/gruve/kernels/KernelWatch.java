package org.gruve.kernels;

import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;

/**
 * Sees whether a device keeps to one kernel from now on, so that no kernel's name stands over the
 * rate of another. Confined to one thread.
 */
final class KernelWatch {
  private final Device device;
  private final DeviceInfo info;
  private final String hash;
  private boolean wavered;

  KernelWatch(Device device) {
    this.device = device;
    this.info = device.info();
    this.hash = device.kernelHash();
    look();
  }

  /** With the kernel of the beginning. */
  DeviceInfo info() {
    return info;
  }

  /** Of the kernel of the beginning. */
  String hash() {
    return hash;
  }

  /** Sees whether another kernel is tried just now. */
  void look() {
    wavered |= !device.isSettled();
  }

  /** Why what has run since the beginning is not one kernel's, in one sentence. */
  Optional<String> failure() {
    look();
    String kernel = device.info().kernel();
    if (!kernel.equals(info.kernel()) || !device.kernelHash().equals(hash)) {
      return Optional.of(
          "it changed its kernel from %s to %s while it was measured, so the rate is neither's"
              .formatted(info.kernel(), kernel));
    }
    return wavered
        ? Optional.of(
            "it tried another kernel while it was measured, so the rate is not that of "
                + info.kernel())
        : Optional.empty();
  }
}
