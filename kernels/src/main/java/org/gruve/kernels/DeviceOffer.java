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

  /** What its driver says of it. */
  default DeviceFacts facts() {
    boolean cpu = info().backend().equals("cpu");
    return DeviceFacts.of(cpu ? DeviceFacts.Type.CPU : DeviceFacts.Type.GPU);
  }

  /** Execution units and the like, for the devices table: {@code 2 threads, AVX-512}. */
  default String details() {
    return facts().summary();
  }

  /**
   * Whether it is used without being named: not a CPU that another backend sees, since the CPU's
   * own kernels are faster.
   */
  default boolean usedByDefault() {
    return facts().type() != DeviceFacts.Type.CPU || info().backend().equals("cpu");
  }

  /** A word of caution: that nobody has run it on hardware of this kind. */
  default Optional<String> note() {
    return ProvenHardware.has(info().backend(), facts())
        ? Optional.empty()
        : Optional.of("never run on this vendor's hardware");
  }

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

  /** Opens it, and tunes it while it mines. */
  default Device open(Opening how) {
    return open(how.threads());
  }
}
