package org.gruve.kernels;

import java.util.List;
import java.util.Optional;

/**
 * What a backend found on this machine.
 *
 * @param absence where there is no device: why, and what to install, in one sentence
 */
public record Discovery(List<DeviceOffer> offers, Optional<String> absence) {
  /** Copies the list. */
  public Discovery {
    offers = List.copyOf(offers);
  }

  /** There are devices; some of them may not be usable, and say why. */
  public static Discovery of(List<DeviceOffer> offers) {
    return new Discovery(offers, Optional.empty());
  }

  /** There is none. */
  public static Discovery nothing(String why) {
    return new Discovery(List.of(), Optional.of(why));
  }
}
