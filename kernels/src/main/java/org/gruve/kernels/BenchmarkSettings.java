package org.gruve.kernels;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a benchmark takes.
 *
 * @param measured what is measured, after the rate has settled
 * @param leastWarmUp so long is warmed up in any case
 * @param mostWarmUp when the rate has not settled by then, it is measured nevertheless
 * @param nanoClock monotonic nanoseconds, asked by all workers
 */
public record BenchmarkSettings(
    Duration measured, Duration leastWarmUp, Duration mostWarmUp, LongSupplier nanoClock) {

  /** 5 to 15 s of warm-up: what a JVM takes to compile the kernels, and more. */
  public static BenchmarkSettings standard(Duration measured) {
    return new BenchmarkSettings(
        measured, Duration.ofSeconds(5), Duration.ofSeconds(15), System::nanoTime);
  }
}
