package org.gruve.core.block;

import java.util.Optional;

/** nBits, the 32-bit form of a target (Core: arith_uint256 SetCompact and GetCompact). */
public final class CompactBits {
  private CompactBits() {}

  /**
   * The target, or nothing where nBits is negative, zero or overflows 256 bits (Core:
   * DeriveTarget).
   */
  public static Optional<Target> target(int nbits) {
    throw new UnsupportedOperationException();
  }

  /**
   * The shortest nBits of a target; what does not fit in 24 bits of mantissa is cut off
   * (GetCompact).
   */
  public static int of(Target target) {
    throw new UnsupportedOperationException();
  }
}
