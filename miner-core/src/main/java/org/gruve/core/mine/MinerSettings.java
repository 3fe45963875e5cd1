package org.gruve.core.mine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How the mining loop runs.
 *
 * @param batch the time that a batch should take
 * @param workLife the longest that one work is kept
 * @param deadline how long a call into a device may take; the CPU's have none
 * @param rest for which part of the time that a batch took a device with a driver rests after it,
 *     with one batch in flight: what else wants the GPU gets it then; 0 for none
 * @param nanoClock monotonic nanoseconds
 */
public record MinerSettings(
    Duration batch,
    Duration workLife,
    LaunchDeadline deadline,
    double rest,
    LongSupplier nanoClock) {
  private static final Duration BATCH = Duration.ofMillis(20);
  private static final Duration WORK_LIFE = Duration.ofSeconds(60);

  /** Without rests. */
  public MinerSettings(
      Duration batch, Duration workLife, LaunchDeadline deadline, LongSupplier nanoClock) {
    this(batch, workLife, deadline, 0, nanoClock);
  }

  /** Without rests, and with the usual deadline for such batches. */
  public MinerSettings(Duration batch, Duration workLife, LongSupplier nanoClock) {
    this(batch, workLife, LaunchDeadline.forBatches(batch), nanoClock);
  }

  /** 20 ms batches, 60 s works, the system's clock. */
  public static MinerSettings standard() {
    return new MinerSettings(BATCH, WORK_LIFE, System::nanoTime);
  }

  /** The same with batches of another length, and the usual deadline for them. */
  public MinerSettings withBatch(Duration wanted) {
    return new MinerSettings(wanted, workLife, LaunchDeadline.forBatches(wanted), rest, nanoClock);
  }

  /** The same with rests of such a part of each batch. */
  public MinerSettings withRest(double part) {
    return new MinerSettings(batch, workLife, deadline, part, nanoClock);
  }
}
