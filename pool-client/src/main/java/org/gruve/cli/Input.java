package org.gruve.cli;

import java.util.OptionalDouble;
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

  /** A device rests; without a temperature where it cannot be read any more. */
  record Rested(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit)
      implements Input {}

  /** A device that has rested goes on. */
  record Resumed(DeviceInfo device, double temperature) implements Input {}

  /** Something to print. */
  record Remark(String tag, String text) implements Input {}

  /** The user wants to stop. */
  record Stop() implements Input {}
}
