package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.Device;

/**
 * How a device is checked beyond the re-hash of what it finds.
 *
 * @param proof what is wrong with the answers of a device, if anything is
 * @param canaries works with known hits
 */
public record Checks(Function<Device, Optional<String>> proof, Optional<Canary.Source> canaries) {
  /** None at all. */
  public static final Checks NONE = new Checks(_ -> Optional.empty(), Optional.empty());
}
