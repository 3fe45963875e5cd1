package org.gruve.kernels;

import org.gruve.core.mine.Device;

/**
 * Proves a device before it is used: real main-chain headers whose nonces it must find, and random
 * windows whose hit set must equal the reference's.
 */
public final class SelfTest {
  private SelfTest() {}

  /** Runs on the calling thread, well under a second on a warm device. */
  public static Result run(Device device) {
    throw new UnsupportedOperationException();
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
