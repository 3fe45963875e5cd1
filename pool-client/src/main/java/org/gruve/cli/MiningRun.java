package org.gruve.cli;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run from the first job to the summary, on the main thread: takes what happens from the inbox,
 * has it told, and ends at the goal, at the user's wish, or when nothing is left to mine with. The
 * summary is left to the caller.
 */
final class MiningRun {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long RATES_EVERY = 10 * SECOND;

  private final Rig rig;
  private final Inbox inbox;
  private final Goal goal;
  private final RunClock clock;
  private final Narrator narrator;
  private final long begin;

  private MiningRun(Rig rig, Inbox inbox, Goal goal, RunClock clock, Narrator narrator) {
    this.rig = rig;
    this.inbox = inbox;
    this.goal = goal;
    this.clock = clock;
    this.narrator = narrator;
    this.begin = clock.nanos();
  }

  /** Mines, and returns what came of it. */
  static RunResult run(Rig rig, Inbox inbox, Goal goal, RunClock clock, Report report) {
    Narrator narrator = new Narrator(rig, clock, report);
    return new MiningRun(rig, inbox, goal, clock, narrator).run();
  }

  private RunResult run() {
    narrator.started();
    rig.start();
    try {
      loop();
    } catch (InterruptedException e) {
      // Nobody interrupts the main thread but to end it.
      Thread.currentThread().interrupt();
    } finally {
      narrator.stopping();
      rig.stop();
    }
    for (Input input = inbox.next(); input != null; input = inbox.next()) {
      narrator.on(input);
    }
    return narrator.ended(elapsed());
  }

  private void loop() throws InterruptedException {
    long nextPulse = SECOND;
    long nextRates = RATES_EVERY;
    while (!isOver()) {
      handle(inbox.await(Math.min(nextPulse - elapsed(), goal.left(elapsed()))));
      if (elapsed() >= nextPulse) {
        nextPulse += SECOND;
        rig.lookAfterHardware();
        narrator.pulse(elapsed());
      }
      if (elapsed() >= nextRates) {
        nextRates += RATES_EVERY;
        narrator.rates(elapsed());
      }
    }
  }

  private void handle(@Nullable Input input) {
    if (input != null) {
      narrator.on(input);
    }
    if (input instanceof Input.DeviceLost && goal.endsWithDevice()) {
      narrator.giveUp();
    }
  }

  private boolean isOver() {
    return narrator.isOver() || goal.enough(narrator.blocks()) || goal.left(elapsed()) <= 0;
  }

  private long elapsed() {
    return clock.nanos() - begin;
  }
}
