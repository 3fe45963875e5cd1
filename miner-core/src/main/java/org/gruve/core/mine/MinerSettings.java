package org.gruve.core.mine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How the mining loop runs.
 *
 * @param batch the time that a batch should take
 * @param workLife the longest that one work is kept
 * @param deadline how long a call into a device may take; the CPU's have none
 * @param nanoClock monotonic nanoseconds
 */
public record MinerSettings(
    Duration batch, Duration workLife, LaunchDeadline deadline, LongSupplier nanoClock) {
  private static final Duration BATCH = Duration.ofMillis(20);
  private static final Duration WORK_LIFE = Duration.ofSeconds(60);

  /** With the usual deadline for such batches. */
  public MinerSettings(Duration batch, Duration workLife, LongSupplier nanoClock) {
    this(batch, workLife, LaunchDeadline.forBatches(batch), nanoClock);
  }

  /** 20 ms batches, 60 s works, the system's clock. */
  public static MinerSettings standard() {
    return new MinerSettings(BATCH, WORK_LIFE, System::nanoTime);
  }

  /** The same with batches of another length, and the usual deadline for them. */
  public MinerSettings withBatch(Duration wanted) {
    return new MinerSettings(wanted, workLife, nanoClock);
  }
}
