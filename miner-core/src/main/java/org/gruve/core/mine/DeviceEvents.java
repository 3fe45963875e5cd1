package org.gruve.core.mine;

import org.gruve.core.work.Candidate;

/** What goes wrong on a device, told on the worker's thread; implementations must not block. */
public interface DeviceEvents {
  /** A candidate that the re-hash did not confirm: counted as a device error. */
  void wrongHit(DeviceInfo device, Candidate candidate);

  /** A worker that ended because its device failed. */
  void deviceFailed(DeviceInfo device, RuntimeException cause);
}
