package org.gruve.kernels.gpu;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Finds the best setting while mining: each is used for a third of a second or so, and nothing that
 * is scanned meanwhile is lost. A new one must be a little better than the best so far, or chance
 * would decide.
 */
public final class Tuner implements Tuning {
  private static final double BETTER = 1.003;

  private final Choices choices;
  private final boolean forEfficiency;
  private final DoubleSupplier joules;
  private final Consumer<Setting> settled;
  private final Queue<Setting> untried = new ArrayDeque<>();
  private volatile Trial trial;
  private Setting best;
  private double bestScore;
  private int question = -1;
  private volatile boolean isSettled;

  /**
   * @param joules what the device has used so far, NaN where it is not known
   * @param settled is told the best
   */
  public Tuner(Choices choices, TuningGoal goal, DoubleSupplier joules, Consumer<Setting> settled) {
    this.choices = choices;
    this.joules = joules;
    this.settled = settled;
    this.forEfficiency = goal == TuningGoal.EFFICIENCY && !Double.isNaN(joules.getAsDouble());
    this.best = choices.start();
    this.trial = new Trial(best, joules);
  }

  @Override
  public Setting setting() {
    return trial.setting();
  }

  /** The best so far. */
  @Override
  public Setting fallback() {
    return best;
  }

  @Override
  public boolean isSettled() {
    return isSettled;
  }

  @Override
  public void took(Setting with, long hashes, long nanos) {
    Trial current = trial;
    if (isSettled || !with.equals(current.setting())) {
      return;
    }
    current.took(hashes, nanos);
    if (current.isOver(forEfficiency)) {
      judge(current);
      next();
    }
  }

  private void judge(Trial over) {
    double score = forEfficiency ? over.efficiency() : over.rate();
    if (score > bestScore * BETTER) {
      bestScore = score;
      best = over.setting();
    }
  }

  @Override
  public void refused(Setting with) {
    if (with.equals(setting()) && !with.equals(best)) {
      next();
    }
  }

  private void next() {
    while (untried.isEmpty() && ++question < choices.questions()) {
      untried.addAll(choices.answers(question, best));
    }
    Setting following = untried.poll();
    if (following == null) {
      trial = new Trial(best, joules);
      isSettled = true;
      if (bestScore > 0) {
        settled.accept(best);
      }
    } else {
      trial = new Trial(following, joules);
    }
  }
}
