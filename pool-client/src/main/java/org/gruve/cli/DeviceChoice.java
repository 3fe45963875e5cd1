package org.gruve.cli;

import java.util.List;
import java.util.Set;

/**
 * Which devices to use.
 *
 * @param selectors as given with {@code -d}; empty for the preferred devices
 * @param threads CPU threads, 0 for one per core
 * @param without the names of backends that are not even to be asked
 */
record DeviceChoice(List<String> selectors, int threads, Set<String> without) {
  DeviceChoice {
    selectors = List.copyOf(selectors);
    without = Set.copyOf(without);
  }

  /** A choice among all backends. */
  DeviceChoice(List<String> selectors, int threads) {
    this(selectors, threads, Set.of());
  }
}
