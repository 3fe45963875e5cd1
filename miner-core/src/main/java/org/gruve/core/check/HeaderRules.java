package org.gruve.core.check;

import java.math.BigInteger;
import java.util.Arrays;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.check.PowRules.MinDifficulty;
import org.gruve.core.check.PowRules.Retargeting;
import org.gruve.core.hash.Hash256;

/**
 * What headers must be, in Bitcoin Core's functions and order (pow.cpp; validation.cpp,
 * CheckBlockHeader to AcceptBlockHeader). Times are unsigned seconds.
 */
public final class HeaderRules {
  private static final int MAX_TIMEWARP = 600;
  private static final int MAX_FUTURE_BLOCK_TIME = 7200;
  private static final int MEDIAN_SPAN = 11;

  private HeaderRules() {}

  /** All rules for a header whose parent is the last of {@code chain}. */
  public static Verdict acceptBlockHeader(
      Network network, BlockHeader header, Ancestors chain, long now) {
    return checkBlockHeader(network, header)
        .then(() -> checkParent(header, chain))
        .then(() -> contextualCheckBlockHeader(network, header, chain, now));
  }

  /** What can be said of a header alone. */
  public static Verdict checkBlockHeader(Network network, BlockHeader header) {
    Hash256 hash = header.hash();
    if (checkProofOfWork(hash, header.nbits(), network)) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        "high-hash",
        String.format("hash %s does not meet nBits %08x on %s", hash, header.nbits(), network));
  }

  /** Whether nBits is a target within the network's limit, and the hash meets it. */
  public static boolean checkProofOfWork(Hash256 hash, int nbits, Network network) {
    return CompactBits.target(nbits)
        .filter(target -> target.value().compareTo(network.pow().limit().value()) <= 0)
        .filter(target -> target.isMetBy(hash))
        .isPresent();
  }

  /**
   * The nBits that a block at {@code time} after {@code chain} must have. The ancestors' own nBits
   * must have been checked.
   */
  public static int getNextWorkRequired(Network network, Ancestors chain, int time) {
    PowRules pow = network.pow();
    boolean retarget = (chain.height() + 1) % pow.interval() == 0;
    MinDifficulty easy = pow.minDifficulty();
    if (easy.isAllowed() && (!retarget || easy.atRetargets()) && isLate(chain, time, easy.gap())) {
      return pow.limitBits();
    }
    if (retarget) {
      int first = chain.height() - (pow.interval() - 1);
      return calculateNextWorkRequired(network, chain, chain.header(first).time());
    }
    return easy.walksBack() ? lastRealBits(pow, chain) : chain.parent().nbits();
  }

  /** The nBits of a retarget, the first block of whose interval has {@code firstTime}. */
  public static int calculateNextWorkRequired(Network network, Ancestors chain, int firstTime) {
    PowRules pow = network.pow();
    BlockHeader last = chain.parent();
    if (pow.retargeting() == Retargeting.NONE) {
      return last.nbits();
    }
    long actual = Integer.toUnsignedLong(last.time()) - Integer.toUnsignedLong(firstTime);
    long timespan = Math.clamp(actual, pow.timespan() / 4, 4 * pow.timespan());
    int base =
        pow.retargeting() == Retargeting.BIP94
            ? chain.header(chain.height() - (pow.interval() - 1)).nbits()
            : last.nbits();
    // Core multiplies in 256 bits, and cuts off what exceeds them.
    BigInteger product =
        CompactBits.magnitude(base).multiply(BigInteger.valueOf(timespan)).and(Target.MAX.value());
    Target next = new Target(product.divide(BigInteger.valueOf(pow.timespan())));
    return CompactBits.of(next.harder(pow.limit()));
  }

  /** The median of the last eleven times: what the next block's time must exceed. */
  public static long medianTimePast(Ancestors chain) {
    int count = Math.min(MEDIAN_SPAN, chain.height() + 1);
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = Integer.toUnsignedLong(chain.header(chain.height() - i).time());
    }
    Arrays.sort(times);
    return times[count / 2];
  }

  /**
   * What the ancestors and the clock demand of a header.
   *
   * @param now unsigned seconds
   */
  public static Verdict contextualCheckBlockHeader(
      Network network, BlockHeader header, Ancestors chain, long now) {
    return checkBits(network, header, chain)
        .then(() -> checkTimes(network, header, chain, now))
        .then(() -> checkVersion(network, header, chain.height() + 1));
  }

  private static Verdict checkParent(BlockHeader header, Ancestors chain) {
    if (header.prevHash().equals(chain.parent().hash())) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        "prev-blk-not-found",
        "its parent " + header.prevHash() + " is not the block at height " + chain.height());
  }

  private static Verdict checkBits(Network network, BlockHeader header, Ancestors chain) {
    int required = getNextWorkRequired(network, chain, header.time());
    if (header.nbits() == required) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        "bad-diffbits",
        String.format("nBits is %08x where %08x is required", header.nbits(), required));
  }

  private static Verdict checkTimes(
      Network network, BlockHeader header, Ancestors chain, long now) {
    long time = Integer.toUnsignedLong(header.time());
    long median = medianTimePast(chain);
    if (time <= median) {
      return Verdict.invalid(
          "time-too-old", "time " + time + " is not after the median time past, " + median);
    }
    PowRules pow = network.pow();
    boolean retarget = (chain.height() + 1) % pow.interval() == 0;
    long parentTime = Integer.toUnsignedLong(chain.parent().time());
    if (pow.retargeting() == Retargeting.BIP94 && retarget && time < parentTime - MAX_TIMEWARP) {
      return Verdict.invalid(
          "time-timewarp-attack",
          "time " + time + " is more than 600 s before the parent's, " + parentTime);
    }
    if (time > now + MAX_FUTURE_BLOCK_TIME) {
      return new Verdict.Invalid(
          "time-too-new",
          "time " + time + " is more than two hours ahead of " + now,
          Verdict.Kind.TIME_FUTURE);
    }
    return Verdict.valid();
  }

  private static Verdict checkVersion(Network network, BlockHeader header, int height) {
    Heights since = network.heights();
    int version = header.version();
    boolean outdated =
        (version < 2 && height >= since.bip34())
            || (version < 3 && height >= since.bip66())
            || (version < 4 && height >= since.bip65());
    if (!outdated) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        String.format("bad-version(0x%08x)", version),
        "version " + version + " is no longer allowed at height " + height);
  }

  private static boolean isLate(Ancestors chain, int time, int gap) {
    return Integer.toUnsignedLong(time) > Integer.toUnsignedLong(chain.parent().time()) + gap;
  }

  /** Walks back over the easy blocks of this interval to the last that was not. */
  private static int lastRealBits(PowRules pow, Ancestors chain) {
    int limit = pow.limitBits();
    int height = chain.height();
    while (height > 0 && height % pow.interval() != 0 && chain.header(height).nbits() == limit) {
      height--;
    }
    return chain.header(height).nbits();
  }
}
