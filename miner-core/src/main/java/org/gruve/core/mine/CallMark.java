package org.gruve.core.mine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether one thread is inside a call into its device, and in which. One thread enters and leaves,
 * any may look. It costs an ordered store, no lock, clock or garbage: the watching thread alone
 * knows about time.
 */
final class CallMark {
  // Odd inside a call, and different in each.
  private final AtomicLong steps = new AtomicLong();

  void enter() {
    steps.setRelease(steps.getPlain() + 1);
  }

  void leave() {
    steps.setRelease(steps.getPlain() + 1);
  }

  /** A number that stays as long as the same call lasts, or as no call is begun. */
  long steps() {
    return steps.getAcquire();
  }

  static boolean isInside(long steps) {
    return (steps & 1) == 1;
  }

  /** How many calls came before the one that a number stands for. */
  static long callsBefore(long steps) {
    return steps / 2;
  }
}
