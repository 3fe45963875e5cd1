package org.gruve.kernels;

import org.gruve.kernels.telemetry.Readings;

/** Who waits for the end of a benchmark. */
public interface BenchmarkWatch {
  /** What a device is doing. */
  enum Stage {
    /** Scanning until the rate is steady. */
    WARMING_UP,
    /** Scanning what counts. */
    MEASURING
  }

  /** Whether it is to end early. Any thread asks, between batches; it must not block or throw. */
  boolean isStopping();

  /**
   * Told about once a second, on the thread that runs the benchmark.
   *
   * @param seconds since the stage began
   * @param hashrate hashes per second lately
   */
  void progress(Stage stage, double seconds, double hashrate);

  /**
   * What the device's sensors say now; asked a few times a second on the thread that runs the
   * benchmark.
   */
  default Readings readings() {
    return Readings.NONE;
  }
}
