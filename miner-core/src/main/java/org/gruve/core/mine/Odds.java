package org.gruve.core.mine;

import org.gruve.core.block.Target;

/** What a hash rate means, in words and numbers. */
public final class Odds {
  private Odds() {}

  /** Mean seconds to meet a target at a rate: what the job's nbits or share target asks for. */
  public static double meanSeconds(Target target, double hashesPerSecond) {
    return target.expectedHashes() / hashesPerSecond;
  }

  /**
   * Seconds as people say them: {@code 4 s}, {@code 12 min}, {@code 3.1 days}, {@code 210,000
   * years}.
   */
  public static String inWords(double seconds) {
    throw new UnsupportedOperationException();
  }
}
