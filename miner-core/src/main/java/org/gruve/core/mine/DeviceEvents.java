package org.gruve.core.mine;

import org.gruve.core.work.Candidate;

/**
 * What goes wrong on a device, or nearly so, told mostly on the worker's thread; implementations
 * must not block.
 */
public interface DeviceEvents {
  /**
   * A candidate that the re-hash did not confirm: counted as a device error. Told at most once a
   * second for each device; {@link DeviceMeter#errors} counts them all.
   */
  void wrongHit(DeviceInfo device, Candidate candidate);

  /**
   * A device that failed: its workers end, the other devices go on. Told once for each device, with
   * the first cause; the same happens when it can't be closed, and when a call into it does not
   * return: then on the watching thread, and nothing counts that its workers still bring home.
   */
  void deviceFailed(DeviceInfo device, RuntimeException cause);

  /** What a device wants its user to know, in a sentence; it goes on. */
  void remark(DeviceInfo device, String sentence);
}
