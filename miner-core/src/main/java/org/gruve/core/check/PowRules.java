package org.gruve.core.check;

import java.math.BigInteger;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;

/**
 * What a network demands of proof of work (Core: the pow part of Consensus::Params).
 *
 * @param limit the easiest target allowed
 * @param spacing seconds between blocks that retargets aim at
 * @param interval blocks between retargets
 */
public record PowRules(
    Target limit, int spacing, int interval, Retargeting retargeting, MinDifficulty minDifficulty) {

  /** What a retarget does. */
  public enum Retargeting {
    /** From the target of the interval's last block. */
    FROM_LAST,
    /** From the target of the interval's first block, and with a bound on time going back. */
    BIP94,
    /** Nothing: the target stays. */
    NONE
  }

  /**
   * The rule by which testnets allow easy blocks.
   *
   * @param gap a block more than so many seconds after its parent must be at the limit; 0 where
   *     there is no such rule
   * @param atRetargets whether that holds even where a retarget is due
   * @param walksBack whether after easy blocks the last real target counts again; else the easy one
   *     stays until the next retarget
   */
  public record MinDifficulty(int gap, boolean atRetargets, boolean walksBack) {
    static final MinDifficulty NONE = new MinDifficulty(0, false, false);

    /** Core's fPowAllowMinDifficultyBlocks: twice the spacing. */
    static final MinDifficulty TESTNET = new MinDifficulty(1200, false, true);

    boolean isAllowed() {
      return gap > 0;
    }
  }

  static PowRules tenMinutes(Target limit, Retargeting retargeting, MinDifficulty minDifficulty) {
    return new PowRules(limit, 600, 2016, retargeting, minDifficulty);
  }

  /** 2^bits - 1. */
  static Target below2To(int bits) {
    return new Target(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  /** Seconds that an interval should take. */
  int timespan() {
    return spacing * interval;
  }

  /** The limit as nBits. */
  public int limitBits() {
    return CompactBits.of(limit);
  }
}
