package org.gruve.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets a few lines a second through, and says at the next one how many were left out. */
final class LinePace {
  private final int perSecond;
  private Instant second = Instant.EPOCH;
  private int passed;
  private int held;

  LinePace(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Prints, or does not. The printer gets {@code ""} or a remark about what was left out. */
  void pass(Instant at, Consumer<String> printer) {
    if (!second.plus(Duration.ofSeconds(1)).isAfter(at)) {
      second = at;
      passed = 0;
    }
    if (++passed > perSecond) {
      held++;
      return;
    }
    printer.accept(held == 0 ? "" : " (" + held + " more not shown)");
    held = 0;
  }
}
