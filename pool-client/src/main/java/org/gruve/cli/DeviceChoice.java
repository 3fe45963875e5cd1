package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gruve.kernels.Opening;

/**
 * Which devices to use.
 *
 * @param selectors as given with {@code -d}; empty for the preferred devices
 * @param threads CPU threads, 0 for one per core
 * @param without the names of backends that are not even to be asked
 * @param tuning of GPUs
 */
record DeviceChoice(List<String> selectors, int threads, Set<String> without, TuningChoice tuning) {
  DeviceChoice {
    selectors = List.copyOf(selectors);
    without = Set.copyOf(without);
  }

  /** A choice among all backends. */
  DeviceChoice(List<String> selectors, int threads) {
    this(selectors, threads, Set.of(), TuningChoice.USUAL);
  }

  /** The same with GPUs tuned in another way. */
  DeviceChoice tuned(TuningChoice otherwise) {
    return new DeviceChoice(selectors, threads, without, otherwise);
  }

  /** How to open them. */
  Opening opening(Terminal terminal) {
    return new Opening(
        threads,
        tuning.goal(),
        tuning.afresh(),
        tuning.kernel(),
        Optional.of(CacheFolder.tuning(terminal)));
  }
}
