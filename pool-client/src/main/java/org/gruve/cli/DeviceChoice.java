package org.gruve.cli;

import java.util.List;

/**
 * Which devices to use.
 *
 * @param selectors as given with {@code -d}; empty for the preferred devices
 * @param threads CPU threads, 0 for one per core
 */
record DeviceChoice(List<String> selectors, int threads) {
  DeviceChoice {
    selectors = List.copyOf(selectors);
  }
}
