package org.gruve.kernels;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Whether a rate has settled: three seconds in a row that differ by no more than 2 %. */
record Steadiness(Duration least) implements Predicate<List<Double>> {
  private static final int SECONDS = 3;
  private static final double SPREAD = 0.02;

  @Override
  public boolean test(List<Double> perSecond) {
    int count = perSecond.size();
    return count >= least.toSeconds() && count >= SECONDS && isSteady(perSecond);
  }

  private static boolean isSteady(List<Double> perSecond) {
    List<Double> last = perSecond.subList(perSecond.size() - SECONDS, perSecond.size());
    double least = last.stream().mapToDouble(one -> one).min().orElseThrow();
    double most = last.stream().mapToDouble(one -> one).max().orElseThrow();
    return most > 0 && most - least <= SPREAD * most;
  }
}
