package org.gruve.core.check;

import java.util.Arrays;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.PowRules.Retargeting;
import org.gruve.core.hash.Hash256;

/**
 * What headers must be, in Bitcoin Core's functions and order (validation.cpp, CheckBlockHeader to
 * AcceptBlockHeader). Times are unsigned seconds.
 */
public final class HeaderRules {
  private static final int MAX_TIMEWARP = 600;
  private static final int MAX_FUTURE_BLOCK_TIME = 7200;
  private static final int MEDIAN_SPAN = 11;

  private HeaderRules() {}

  /** All rules for a header whose parent is the last of {@code chain}. */
  static Verdict acceptBlockHeader(Network network, BlockHeader header, Ancestors chain, long now) {
    return checkBlockHeader(network, header)
        .then(() -> checkParent(header, chain))
        .then(() -> contextualCheckBlockHeader(network, header, chain, now));
  }

  /** What can be said of a header alone. */
  static Verdict checkBlockHeader(Network network, BlockHeader header) {
    Hash256 hash = header.hash();
    if (ProofOfWork.checkProofOfWork(hash, header.nbits(), network)) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        "high-hash",
        String.format("hash %s does not meet nBits %08x on %s", hash, header.nbits(), network));
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
  static Verdict contextualCheckBlockHeader(
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
    int required = ProofOfWork.getNextWorkRequired(network, chain, header.time());
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
    long parentTime = Integer.toUnsignedLong(chain.parent().time());
    if (pow.retargeting() == Retargeting.BIP94
        && ProofOfWork.isRetarget(pow, chain)
        && time < parentTime - MAX_TIMEWARP) {
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
}
