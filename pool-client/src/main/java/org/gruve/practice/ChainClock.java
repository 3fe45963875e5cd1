package org.gruve.practice;

import java.time.Instant;
import org.gruve.pool.Timers;

/**
 * What time it is for the next block: the time of day, or, where the tip is ahead of that, the
 * tip's own time and what has passed since it came. A chain that was raised while the clock was
 * wrong then goes on at its usual pace; by the time of day alone its blocks would seem to take no
 * time, each retarget would quadruple the difficulty, and none would be late enough to be easy.
 */
final class ChainClock {
  private final ChainState chain;
  private final Timers timers;
  private long tipCame;

  ChainClock(ChainState chain, Timers timers) {
    this.chain = chain;
    this.timers = timers;
    tip();
  }

  /** Begins to count from now on, for a tip that is new. */
  void tip() {
    tipCame = timers.nanoTime();
  }

  Instant now() {
    Instant tip = Instant.ofEpochSecond(Integer.toUnsignedLong(chain.parent().time()));
    Instant byTip = tip.plusNanos(timers.nanoTime() - tipCame);
    Instant byDay = timers.now();
    return byTip.isAfter(byDay) ? byTip : byDay;
  }
}
