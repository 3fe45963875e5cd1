package org.gruve.cli;

import java.time.Instant;
import java.util.List;

/** Tells a user what happens. Called on one thread. */
@FunctionalInterface
interface Report {
  /**
   * Tells one event.
   *
   * @param network its name, or {@code unknown}
   */
  void tell(Instant at, String network, RunEvent event);

  /** Tells several the same. */
  static Report all(List<Report> reports) {
    return (at, network, event) -> reports.forEach(report -> report.tell(at, network, event));
  }
}
