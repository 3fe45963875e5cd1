package org.gruve.core.block;

import java.math.BigInteger;

/** How much work blocks stand for: what chains are compared by. */
public final class ChainWork {
  private static final BigInteger TWO_256 = BigInteger.ONE.shiftLeft(256);

  private ChainWork() {}

  /**
   * Hashes that a block of this difficulty needs on average, 2^256 / (target + 1) rounded down; 0
   * for nBits that are no target (Core: GetBitsProof).
   */
  public static BigInteger ofBits(int nbits) {
    return CompactBits.target(nbits)
        .map(target -> TWO_256.divide(target.value().add(BigInteger.ONE)))
        .orElse(BigInteger.ZERO);
  }
}
