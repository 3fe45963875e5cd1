package org.gruve.kernels;

import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;

/**
 * A device that could be used, or the reason why it cannot. Nothing is started by looking at it.
 */
public interface DeviceOffer {
  /** Who it is. */
  DeviceInfo info();

  /** Execution units and the like, for the devices table: {@code 2 threads, AVX-512}. */
  String details();

  /** Whether {@link #open} can work. */
  default boolean isAvailable() {
    return unavailabilityCause().isEmpty();
  }

  /** Why it cannot be used, with its cause. */
  Optional<Throwable> unavailabilityCause();

  /**
   * What its user should know: kernels that were passed over, and why, one sentence each. {@link
   * #open} may add to it.
   */
  default List<String> notes() {
    return List.of();
  }

  /** Opens it; {@code threads} counts only for the CPU, 0 for one per core. */
  Device open(int threads);
}
