package org.gruve.core.hash;

import java.math.BigInteger;

/** The first 32 bits after the point of a root, exactly: where SHA-256's constants come from. */
final class RootFraction {
  private RootFraction() {}

  static int square(int n) {
    return BigInteger.valueOf(n).shiftLeft(64).sqrt().intValue();
  }

  /** The integer cube root of n · 2^96 is the root with 32 bits after the point. */
  static int cube(int n) {
    BigInteger scaled = BigInteger.valueOf(n).shiftLeft(96);
    BigInteger root = BigInteger.ZERO;
    for (int bit = 35; bit >= 0; bit--) {
      BigInteger trial = root.setBit(bit);
      if (trial.pow(3).compareTo(scaled) <= 0) {
        root = trial;
      }
    }
    return root.intValue();
  }
}
