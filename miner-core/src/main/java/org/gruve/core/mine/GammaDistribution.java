package org.gruve.core.mine;

/**
 * The gamma distribution of unit scale: half a chi-square with twice the shape as its degrees of
 * freedom.
 */
final class GammaDistribution {
  private GammaDistribution() {}

  /** The value below which lies the part {@code p} of the distribution, 0.001 ≤ p ≤ 0.999. */
  static double quantile(double p, double shape) {
    double low = 0;
    double high = shape + 4 * Math.sqrt(shape) + 8;
    double middle = high / 2;
    while (low < middle && middle < high) {
      if (cumulative(middle, shape) < p) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }

  /**
   * The part of the distribution below {@code x}: the series of DLMF 8.11.4, all terms positive.
   */
  static double cumulative(double x, double shape) {
    double term = 1;
    double sum = 1;
    for (int n = 1; term > sum * 0x1p-54; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
  }

  /** Stirling's series (DLMF 5.11.1) from 10 upwards, where four terms give 12 digits. */
  private static double logGamma(double x) {
    double product = 1;
    double z = x;
    for (; z < 10; z++) {
      product *= z;
    }
    double square = z * z;
    double tail =
        (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / z;
    return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + tail - Math.log(product);
  }
}
