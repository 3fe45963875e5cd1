package org.gruve.core.block;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.gruve.core.hash.Hash256;

/** An unsigned 256-bit number that a hash must not exceed. */
public record Target(BigInteger value) {
  /** 2^256 - 1: every hash meets it. */
  public static final Target MAX =
      new Target(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));

  /** The target of Stratum difficulty 1, 0xFFFF · 2^208, the "bdiff" of other miners. */
  public static final Target DIFFICULTY_1 = new Target(BigInteger.valueOf(0xffff).shiftLeft(208));

  /** Refuses what has no place in 256 unsigned bits. */
  public Target {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new IllegalArgumentException("a target is an unsigned 256-bit number, not " + value);
    }
  }

  /** Whether {@code hash}, as a little-endian number, is at or below this target. */
  public boolean isMetBy(Hash256 hash) {
    return hash.value().compareTo(value) <= 0;
  }

  /** The top 32 bits, unsigned: what the kernels compare with. */
  public int topWord() {
    return value.shiftRight(224).intValue();
  }

  /** The harder (smaller) of the two. */
  public Target harder(Target other) {
    return value.compareTo(other.value) <= 0 ? this : other;
  }

  /** Hashes needed on average to meet it: 2^256 / (target + 1). */
  public double expectedHashes() {
    return new BigDecimal(BigInteger.ONE.shiftLeft(256))
        .divide(new BigDecimal(value.add(BigInteger.ONE)), MathContext.DECIMAL64)
        .doubleValue();
  }

  /** 64 hex digits, most significant first. */
  public String hex() {
    String digits = value.toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }

  @Override
  public String toString() {
    return hex();
  }
}
