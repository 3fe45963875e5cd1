package org.gruve.cli;

import org.gruve.core.mine.DeviceInfo;
import org.gruve.pool.PoolEvent;

/** What reaches the main thread while it mines. */
sealed interface Input {
  /** Something happened at a pool. */
  record FromPool(PoolEvent event) implements Input {}

  /** A device reported a hit that is none. */
  record WrongHit(DeviceInfo device) implements Input {}

  /** A device is lost. */
  record DeviceLost(DeviceInfo device, String reason) implements Input {}

  /** A device wants its user to know something. */
  record DeviceRemark(DeviceInfo device, String sentence) implements Input {}

  /** Something to print. */
  record Remark(String tag, String text) implements Input {}

  /** The user wants to stop. */
  record Stop() implements Input {}
}
