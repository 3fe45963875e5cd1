package org.gruve.core.check;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.PowRules.Retargeting;
import org.gruve.core.check.Verdict.Kind;
import org.gruve.core.hash.Hash256;

/**
 * What headers must be, in Bitcoin Core's functions and order (validation.cpp, CheckBlockHeader to
 * AcceptBlockHeader). Times are unsigned seconds. What the context does not tell is left unchecked.
 */
public final class HeaderRules {
  static final int MAX_TIMEWARP = 600;
  static final int MAX_FUTURE_BLOCK_TIME = 7200;

  private HeaderRules() {}

  /** All rules for a header whose parent is the last of {@code chain}. */
  static Verdict acceptBlockHeader(Network network, BlockHeader header, Ancestors chain, long now) {
    Context context = Context.NONE.withAncestors(chain).withNow(now);
    return acceptBlockHeader(network, header, context);
  }

  /** All rules for a header, as far as the context allows. */
  static Verdict acceptBlockHeader(Network network, BlockHeader header, Context context) {
    return checkBlockHeader(network, header)
        .then(() -> checkParent(header, context))
        .then(() -> contextualCheckBlockHeader(network, header, context));
  }

  /** What can be said of a header alone. */
  static Verdict checkBlockHeader(Network network, BlockHeader header) {
    Hash256 hash = header.hash();
    if (ProofOfWork.checkProofOfWork(hash, header.nbits(), network)) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.PROOF_OF_WORK,
        String.format("hash %s does not meet nBits %08x on %s", hash, header.nbits(), network));
  }

  /** Whether any header with these nBits could prove enough work, whatever its hash. */
  static Verdict checkLimit(Network network, BlockHeader header) {
    if (ProofOfWork.checkProofOfWork(Hash256.ZERO, header.nbits(), network)) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.REQUIRED_BITS,
        String.format("nBits %08x is no target that %s allows", header.nbits(), network));
  }

  /**
   * The median of the last eleven times: what the next block's time must exceed. All of them must
   * be known.
   */
  public static long medianTimePast(Ancestors chain) {
    return MedianTime.past(chain).orElseThrow();
  }

  /** What the ancestors and the clock demand of a header. */
  static Verdict contextualCheckBlockHeader(Network network, BlockHeader header, Context context) {
    return checkBits(network, header, context)
        .then(() -> checkMedian(header, context))
        .then(() -> checkTimewarp(network, header, context))
        .then(() -> checkAhead(header, context))
        .then(() -> checkVersion(network, header, context));
  }

  private static Verdict checkParent(BlockHeader header, Context context) {
    if (context.ancestors().isEmpty()) {
      return Verdict.unchecked(Clause.PARENT_KNOWN, Missing.PARENT);
    }
    Ancestors chain = context.ancestors().get();
    if (header.prevHash().equals(chain.parent().hash())) {
      return Verdict.valid();
    }
    return Verdict.broken(
        Clause.PARENT_KNOWN,
        Clause.PARENT_KNOWN.rejectReason(),
        "its parent " + header.prevHash() + " is not the block at height " + chain.height(),
        Kind.PARENT);
  }

  private static Verdict checkBits(Network network, BlockHeader header, Context context) {
    if (context.ancestors().isEmpty()) {
      return Verdict.unchecked(Clause.REQUIRED_BITS, Missing.PARENT);
    }
    OptionalInt required =
        ProofOfWork.nextWorkRequired(network, context.ancestors().get(), header.time());
    if (required.isEmpty()) {
      return Verdict.unchecked(Clause.REQUIRED_BITS, Missing.INTERVAL);
    }
    if (header.nbits() == required.getAsInt()) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.REQUIRED_BITS,
        String.format("nBits is %08x where %08x is required", header.nbits(), required.getAsInt()));
  }

  private static Verdict checkMedian(BlockHeader header, Context context) {
    OptionalLong median = context.ancestors().map(MedianTime::past).orElseGet(OptionalLong::empty);
    if (median.isEmpty()) {
      return Verdict.unchecked(Clause.TIME_AFTER_MEDIAN, Missing.TIMES);
    }
    long time = Integer.toUnsignedLong(header.time());
    if (time > median.getAsLong()) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.TIME_AFTER_MEDIAN,
        "time " + time + " is not after the median time past, " + median.getAsLong());
  }

  private static Verdict checkTimewarp(Network network, BlockHeader header, Context context) {
    PowRules pow = network.pow();
    if (pow.retargeting() != Retargeting.BIP94) {
      return Verdict.valid();
    }
    if (context.ancestors().isEmpty()) {
      return Verdict.unchecked(Clause.NO_TIMEWARP, Missing.PARENT);
    }
    Ancestors chain = context.ancestors().get();
    long time = Integer.toUnsignedLong(header.time());
    long parentTime = Integer.toUnsignedLong(chain.parent().time());
    if (!ProofOfWork.isRetarget(pow, chain) || time >= parentTime - MAX_TIMEWARP) {
      return Verdict.valid();
    }
    return Verdict.invalid(
        Clause.NO_TIMEWARP,
        "time " + time + " is more than 600 s before the parent's, " + parentTime);
  }

  private static Verdict checkAhead(BlockHeader header, Context context) {
    if (context.now().isEmpty()) {
      return Verdict.unchecked(Clause.TIME_NOT_AHEAD, Missing.CLOCK);
    }
    long time = Integer.toUnsignedLong(header.time());
    long now = context.now().getAsLong();
    if (time <= now + MAX_FUTURE_BLOCK_TIME) {
      return Verdict.valid();
    }
    return Verdict.broken(
        Clause.TIME_NOT_AHEAD,
        Clause.TIME_NOT_AHEAD.rejectReason(),
        "time " + time + " is more than two hours ahead of " + now,
        Kind.TIME_FUTURE);
  }

  private static Verdict checkVersion(Network network, BlockHeader header, Context context) {
    if (context.height().isEmpty()) {
      return header.version() >= 4
          ? Verdict.valid()
          : Verdict.unchecked(Clause.HEADER_VERSION, Missing.HEIGHT);
    }
    int height = context.height().getAsInt();
    int version = header.version();
    if (version >= network.heights().leastVersion(height)) {
      return Verdict.valid();
    }
    return Verdict.broken(
        Clause.HEADER_VERSION,
        String.format("bad-version(0x%08x)", version),
        "version " + version + " is no longer allowed at height " + height,
        Kind.FINAL);
  }
}
