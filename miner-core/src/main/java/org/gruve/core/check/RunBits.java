package org.gruve.core.check;

import java.util.OptionalInt;
import org.gruve.core.check.PowRules.MinDifficulty;
import org.gruve.core.check.PowRules.Retargeting;

/**
 * Which nBits the next header of a run must have, from the last interval of times and nBits (Core:
 * GetNextWorkRequired). Where the run's first height is not known, a change of nBits shows where
 * intervals begin, on networks where nothing else changes them.
 */
final class RunBits {
  /** The first height is not known. */
  private static final int NOWHERE = -1;

  private final PowRules pow;
  private final int[] times;
  private final int[] bits;
  private int index;
  private int shift;
  private boolean realKnown;
  private int real;
  private int unchecked;
  private int unasked;

  /** {@code start} is the height of the first header. */
  RunBits(PowRules pow, OptionalInt start) {
    this.pow = pow;
    this.times = new int[pow.interval()];
    this.bits = new int[pow.interval()];
    this.shift = start.isPresent() ? start.getAsInt() % pow.interval() : NOWHERE;
  }

  /** Whether the next header is known to begin an interval. */
  boolean isRetarget() {
    return shift != NOWHERE && (index + shift) % pow.interval() == 0;
  }

  /**
   * How many retargets, or headers at whose place there may have been one, could not be checked.
   */
  int unchecked() {
    return shift == NOWHERE ? unchecked + (index + pow.interval() - 1) / pow.interval() : unchecked;
  }

  /** Whether each header, its retarget or not, was asked for its nBits. */
  boolean isComplete() {
    return unchecked() == 0 && unasked == 0;
  }

  /** Whether it is not known where intervals begin. */
  boolean isNowhere() {
    return shift == NOWHERE;
  }

  /**
   * What the next header must have; nothing where that depends on what came before the run.
   *
   * @param nbits what it has
   */
  OptionalInt required(int time, int nbits) {
    if (index == 0) {
      if (isRetarget() && pow.retargeting() != Retargeting.NONE) {
        unchecked++;
        return OptionalInt.empty();
      }
      return unasked();
    }
    MinDifficulty easy = pow.minDifficulty();
    if (shift == NOWHERE) {
      return easy.isAllowed() ? OptionalInt.empty() : unplaced(nbits);
    }
    boolean retarget = isRetarget();
    if (easy.isAllowed() && (!retarget || easy.atRetargets()) && isLate(time, easy.gap())) {
      return OptionalInt.of(pow.limitBits());
    }
    if (retarget && pow.retargeting() != Retargeting.NONE) {
      return retargeted();
    }
    if (retarget || !easy.walksBack()) {
      return OptionalInt.of(last(bits));
    }
    return realKnown ? OptionalInt.of(real) : unasked();
  }

  private OptionalInt unasked() {
    unasked++;
    return OptionalInt.empty();
  }

  /** Goes on with a header that has what it must have. */
  void add(int time, int nbits) {
    // Where Core's walk back over easy blocks would stop.
    if (isRetarget() || nbits != pow.limitBits()) {
      realKnown = true;
      real = nbits;
    }
    int slot = index % pow.interval();
    times[slot] = time;
    bits[slot] = nbits;
    index++;
  }

  private OptionalInt unplaced(int nbits) {
    if (nbits == last(bits)) {
      return OptionalInt.of(nbits);
    }
    // Only retargets change nBits here, so this is one; those before it went by unseen.
    shift = (pow.interval() - index % pow.interval()) % pow.interval();
    unchecked += index / pow.interval();
    return retargeted();
  }

  private OptionalInt retargeted() {
    if (index < pow.interval()) {
      unchecked++;
      return OptionalInt.empty();
    }
    int first = index % pow.interval();
    int base = pow.retargeting() == Retargeting.BIP94 ? bits[first] : last(bits);
    return OptionalInt.of(ProofOfWork.retarget(pow, base, times[first], last(times)));
  }

  private boolean isLate(int time, int gap) {
    return Integer.toUnsignedLong(time) > Integer.toUnsignedLong(last(times)) + gap;
  }

  private int last(int[] ring) {
    return ring[(index - 1) % pow.interval()];
  }
}
