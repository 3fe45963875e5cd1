package org.gruve.core.check;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.check.PowRules.MinDifficulty;
import org.gruve.core.check.PowRules.Retargeting;
import org.gruve.core.hash.Hash256;

/**
 * How much work a header must prove, and whether it does, in Bitcoin Core's functions (pow.cpp).
 * Times are unsigned seconds.
 */
public final class ProofOfWork {
  private ProofOfWork() {}

  /** Whether nBits is a target within the network's limit, and the hash meets it. */
  static boolean checkProofOfWork(Hash256 hash, int nbits, Network network) {
    return CompactBits.target(nbits)
        .filter(target -> target.value().compareTo(network.pow().limit().value()) <= 0)
        .filter(target -> target.isMetBy(hash))
        .isPresent();
  }

  /**
   * The nBits that a block at {@code time} after {@code chain} must have. The ancestors' own nBits
   * must have been checked, and all that are asked must be known.
   */
  public static int getNextWorkRequired(Network network, Ancestors chain, int time) {
    return nextWorkRequired(network, chain, time).orElseThrow();
  }

  /** The same, or nothing where it depends on a header that is not known. */
  static OptionalInt nextWorkRequired(Network network, Ancestors chain, int time) {
    PowRules pow = network.pow();
    boolean retarget = isRetarget(pow, chain);
    MinDifficulty easy = pow.minDifficulty();
    if (easy.isAllowed() && (!retarget || easy.atRetargets()) && isLate(chain, time, easy.gap())) {
      return OptionalInt.of(pow.limitBits());
    }
    if (retarget && pow.retargeting() != Retargeting.NONE) {
      int first = chain.height() - (pow.interval() - 1);
      return first < chain.lowest()
          ? OptionalInt.empty()
          : OptionalInt.of(calculateNextWorkRequired(network, chain, chain.header(first).time()));
    }
    int last = !retarget && easy.walksBack() ? lastReal(pow, chain) : chain.height();
    return last < chain.lowest() ? OptionalInt.empty() : OptionalInt.of(chain.header(last).nbits());
  }

  /** The nBits of a retarget, the first block of whose interval has {@code firstTime}. */
  static int calculateNextWorkRequired(Network network, Ancestors chain, int firstTime) {
    PowRules pow = network.pow();
    BlockHeader last = chain.parent();
    if (pow.retargeting() == Retargeting.NONE) {
      return last.nbits();
    }
    int base =
        pow.retargeting() == Retargeting.BIP94
            ? chain.header(chain.height() - (pow.interval() - 1)).nbits()
            : last.nbits();
    return retarget(pow, base, firstTime, last.time());
  }

  /** The nBits of a retarget from {@code base}, after an interval between these times. */
  static int retarget(PowRules pow, int base, int firstTime, int lastTime) {
    long actual = Integer.toUnsignedLong(lastTime) - Integer.toUnsignedLong(firstTime);
    long timespan = Math.clamp(actual, pow.timespan() / 4, 4 * pow.timespan());
    // Core multiplies in 256 bits, and cuts off what exceeds them.
    BigInteger product =
        CompactBits.magnitude(base).multiply(BigInteger.valueOf(timespan)).and(Target.MAX.value());
    Target next = new Target(product.divide(BigInteger.valueOf(pow.timespan())));
    return CompactBits.of(next.harder(pow.limit()));
  }

  /** Whether the block after {@code chain} is the first of an interval. */
  static boolean isRetarget(PowRules pow, Ancestors chain) {
    return (chain.height() + 1) % pow.interval() == 0;
  }

  private static boolean isLate(Ancestors chain, int time, int gap) {
    return Integer.toUnsignedLong(time) > Integer.toUnsignedLong(chain.parent().time()) + gap;
  }

  /**
   * Walks back over the easy blocks of this interval to the last that was not, or to where nothing
   * is known.
   */
  private static int lastReal(PowRules pow, Ancestors chain) {
    int limit = pow.limitBits();
    int height = chain.height();
    while (height > 0
        && height >= chain.lowest()
        && height % pow.interval() != 0
        && chain.header(height).nbits() == limit) {
      height--;
    }
    return height;
  }
}
