package org.gruve.cli;

import java.util.OptionalDouble;

/**
 * Decides when one device rests: from its limit on, until it has cooled down to the lower one. A
 * device whose temperature cannot be read for a while rests, too: a limit that nobody watches is
 * none. Pure; confined to one thread.
 */
final class HeatGuard {
  /** Rounds; a driver may leave out one or two when it is busy. */
  static final int PATIENCE = 10;

  /** What is to be done. */
  enum Step {
    STAY,
    PAUSE,
    RESUME
  }

  private final TemperatureLimit limit;
  private boolean resting;
  private int missing;

  HeatGuard(TemperatureLimit limit) {
    this.limit = limit;
  }

  boolean isResting() {
    return resting;
  }

  /** No round has come for a while: the temperature is unknown for as long. */
  Step lost() {
    missing = PATIENCE;
    return observe(OptionalDouble.empty());
  }

  /** Takes the temperature of a round. */
  Step observe(OptionalDouble temperature) {
    missing = temperature.isPresent() ? 0 : missing + 1;
    // Of what is not known, only that it lasts means anything.
    double degrees = temperature.orElse(missing >= PATIENCE ? Double.MAX_VALUE : Double.NaN);
    boolean pauses = !resting && degrees >= limit.pause();
    boolean resumes = resting && degrees <= limit.resume();
    resting = (resting || pauses) && !resumes;
    return pauses ? Step.PAUSE : resumes ? Step.RESUME : Step.STAY;
  }
}
