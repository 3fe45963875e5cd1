package org.gruve.kernels;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.gruve.core.mine.LaunchDeadline;

/**
 * How long a benchmark takes.
 *
 * @param measured what is measured, after the rate has settled
 * @param leastWarmUp so long is warmed up in any case, counted from when the device has settled on
 *     a kernel
 * @param mostWarmUp when the rate is not steady by then, it is measured nevertheless
 * @param mostSettling when the device has not settled on a kernel by then, there is no measurement
 * @param batch the time that a batch should take
 * @param deadline how long a call into the device may take; the CPU's have none
 * @param nanoClock monotonic nanoseconds, asked by all workers
 */
public record BenchmarkSettings(
    Duration measured,
    Duration leastWarmUp,
    Duration mostWarmUp,
    Duration mostSettling,
    Duration batch,
    LaunchDeadline deadline,
    LongSupplier nanoClock) {
  private static final Duration BATCH = Duration.ofMillis(20);

  /** With batches of the usual 20 ms, and the usual deadline for them. */
  public BenchmarkSettings(
      Duration measured,
      Duration leastWarmUp,
      Duration mostWarmUp,
      Duration mostSettling,
      LongSupplier nanoClock) {
    this(
        measured,
        leastWarmUp,
        mostWarmUp,
        mostSettling,
        BATCH,
        LaunchDeadline.forBatches(BATCH),
        nanoClock);
  }

  /**
   * 5 to 15 s of warm-up, what a JVM takes to compile the kernels and more; before it up to two
   * minutes, in which even a single thread gets through the trial of a kernel.
   */
  public static BenchmarkSettings standard(Duration measured) {
    return new BenchmarkSettings(
        measured,
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(120),
        System::nanoTime);
  }

  /** The same with batches of another length, and the usual deadline for them. */
  public BenchmarkSettings withBatch(Duration wanted) {
    return with(wanted, LaunchDeadline.forBatches(wanted));
  }

  /** The same with another deadline. */
  public BenchmarkSettings withDeadline(LaunchDeadline other) {
    return with(batch, other);
  }

  private BenchmarkSettings with(Duration wanted, LaunchDeadline limit) {
    return new BenchmarkSettings(
        measured, leastWarmUp, mostWarmUp, mostSettling, wanted, limit, nanoClock);
  }
}
