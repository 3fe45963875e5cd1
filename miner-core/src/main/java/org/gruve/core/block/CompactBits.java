package org.gruve.core.block;

import java.math.BigInteger;
import java.util.Optional;

/** nBits, the 32-bit form of a target (Core: arith_uint256 SetCompact and GetCompact). */
public final class CompactBits {
  private static final int SIGN = 0x0080_0000;
  private static final int MANTISSA = 0x007f_ffff;

  private CompactBits() {}

  /**
   * The target, or nothing where nBits is negative, zero or overflows 256 bits (Core:
   * DeriveTarget).
   */
  public static Optional<Target> target(int nbits) {
    if (isNegative(nbits) || overflows(nbits) || word(nbits) == 0) {
      return Optional.empty();
    }
    return Optional.of(new Target(magnitude(nbits)));
  }

  /**
   * The shortest nBits of a target; what does not fit in 24 bits of mantissa is cut off
   * (GetCompact).
   */
  public static int of(Target target) {
    BigInteger value = target.value();
    int size = (value.bitLength() + 7) / 8;
    int word = value.shiftRight(8 * (size - 3)).intValue();
    if ((word & SIGN) != 0) {
      word >>>= 8;
      size++;
    }
    return word | size << 24;
  }

  /**
   * The number without its sign and without what exceeds 256 bits: all that Core's SetCompact
   * leaves in the number itself. For nBits that have been checked, the target's value.
   */
  public static BigInteger magnitude(int nbits) {
    BigInteger word = BigInteger.valueOf(word(nbits));
    int size = size(nbits);
    return size <= 3 ? word : word.shiftLeft(8 * (size - 3)).and(Target.MAX.value());
  }

  static boolean isNegative(int nbits) {
    return word(nbits) != 0 && (nbits & SIGN) != 0;
  }

  static boolean overflows(int nbits) {
    int word = word(nbits);
    int size = size(nbits);
    return word != 0 && (size > 34 || (word > 0xff && size > 33) || (word > 0xffff && size > 32));
  }

  private static int size(int nbits) {
    return nbits >>> 24;
  }

  private static int word(int nbits) {
    int mantissa = nbits & MANTISSA;
    return size(nbits) <= 3 ? mantissa >>> (8 * (3 - size(nbits))) : mantissa;
  }
}
