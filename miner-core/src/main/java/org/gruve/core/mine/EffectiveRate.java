package org.gruve.core.mine;

import java.util.Locale;

/**
 * The rate that accepted shares prove, in hashes per second, with its 95 % interval: shares come as
 * a Poisson process, so few of them prove little. For equal difficulties the interval is the exact
 * one (Garwood 1936), for mixed ones that of Fay and Feuer (1997), which becomes the same.
 *
 * @param high infinite before the first accepted share
 */
public record EffectiveRate(double rate, double low, double high) {
  private static final double TAIL = 0.025;

  /** What {@code proof} says of a run of {@code seconds}; NaN for a run without length. */
  public static EffectiveRate of(Proof proof, double seconds) {
    if (!(seconds > 0)) {
      return new EffectiveRate(Double.NaN, Double.NaN, Double.NaN);
    }
    double hashes = proof.hashes();
    if (hashes <= 0) {
      return new EffectiveRate(0, 0, Double.POSITIVE_INFINITY);
    }
    double low = bound(TAIL, hashes, proof.squares());
    double square = proof.heaviest() * proof.heaviest();
    double high = bound(1 - TAIL, hashes + proof.heaviest(), proof.squares() + square);
    return new EffectiveRate(hashes / seconds, low / seconds, high / seconds);
  }

  /** Whether a measured rate agrees, in words: {@code within noise} or how far off it is. */
  public String verdict(double measured) {
    if (!(measured > 0) || Double.isNaN(rate)) {
      return "nothing measured yet";
    }
    if (rate == 0) {
      return "no accepted share yet";
    }
    if (low <= measured && measured <= high) {
      return "within noise";
    }
    double percent = Math.abs(rate / measured - 1) * 100;
    String side = rate < measured ? "below" : "above";
    return String.format(Locale.ROOT, "%.1f %% %s the measured rate", percent, side);
  }

  /** A quantile of the gamma distribution that has this mean and variance. */
  private static double bound(double p, double mean, double variance) {
    return variance / mean * GammaDistribution.quantile(p, mean * mean / variance);
  }
}
