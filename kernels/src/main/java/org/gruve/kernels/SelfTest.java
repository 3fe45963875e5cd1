package org.gruve.kernels;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gruve.core.mine.Device;

/**
 * Proves a device before it is used: real main-chain headers whose nonces it must find, and random
 * windows whose hit set must equal the reference's. Then it measures how fast the device is.
 */
public final class SelfTest {
  private SelfTest() {}

  /**
   * Runs for up to two seconds, most of them to let the JVM compile the kernels; the rate is taken
   * with all workers of the device at once, on threads of its own.
   */
  public static Result run(Device device) {
    return run(device, () -> false);
  }

  /** The same, but the rate is that of a shorter time, or 0, where it is to stop. */
  public static Result run(Device device, BooleanSupplier stopping) {
    long start = System.nanoTime();
    int cases = SelfTestCases.all().size();
    Optional<String> failure = KnownAnswers.failureOf(device);
    double hashrate = failure.isPresent() ? 0 : Speed.of(device, stopping);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(failure.orElse(""), cases, seconds, hashrate);
  }

  /**
   * What the test said.
   *
   * @param failure empty when passed, else one sentence
   * @param hashrate hashes per second of the whole device, as far as a short run can tell
   */
  public record Result(String failure, int cases, double seconds, double hashrate) {
    /** Whether the device may be used. */
    public boolean passed() {
      return failure.isEmpty();
    }
  }
}
