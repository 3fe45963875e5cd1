package org.gruve.core.mine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How the mining loop runs.
 *
 * @param batch the time that a batch should take
 * @param workLife the longest that one work is kept
 * @param nanoClock monotonic nanoseconds
 */
public record MinerSettings(Duration batch, Duration workLife, LongSupplier nanoClock) {
  /** 20 ms batches, 60 s works, the system's clock. */
  public static MinerSettings standard() {
    return new MinerSettings(Duration.ofMillis(20), Duration.ofSeconds(60), System::nanoTime);
  }
}
