package org.gruve.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of a run.
 *
 * @param nanoClock monotonic nanoseconds
 */
record RunClock(LongSupplier nanoClock, InstantSource wall) {
  static RunClock system() {
    return new RunClock(System::nanoTime, InstantSource.system());
  }

  long nanos() {
    return nanoClock.getAsLong();
  }

  Instant now() {
    return wall.instant();
  }
}
