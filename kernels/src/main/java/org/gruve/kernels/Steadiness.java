package org.gruve.kernels;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a device is warm: its rate is steady, or what noise the machine makes hides no rise of it
 * any more.
 */
record Steadiness(Duration least) implements Predicate<List<Double>> {
  private static final int SECONDS = 3;
  private static final double SPREAD = 0.02;

  /** Of the difference of two means; behind more noise a rise that matters could hide. */
  private static final double MOST_NOISE = 0.1;

  @Override
  public boolean test(List<Double> perSecond) {
    return isSteady(perSecond) || (perSecond.size() >= least.toSeconds() && isFlat(perSecond));
  }

  /** Three seconds in a row that differ by no more than 2 %. */
  boolean isSteady(List<Double> perSecond) {
    int count = perSecond.size();
    if (count < least.toSeconds() || count < SECONDS) {
      return false;
    }
    List<Double> last = perSecond.subList(count - SECONDS, count);
    double slowest = last.stream().mapToDouble(one -> one).min().orElseThrow();
    double fastest = last.stream().mapToDouble(one -> one).max().orElseThrow();
    return fastest > 0 && fastest - slowest <= SPREAD * fastest;
  }

  /**
   * Three seconds whose mean is above that of the three before by no more than its standard error.
   */
  private static boolean isFlat(List<Double> perSecond) {
    int count = perSecond.size();
    if (count < 2 * SECONDS) {
      return false;
    }
    List<Double> before = perSecond.subList(count - 2 * SECONDS, count - SECONDS);
    List<Double> after = perSecond.subList(count - SECONDS, count);
    double error = Math.sqrt((variance(before) + variance(after)) / SECONDS);
    double rise = mean(after) - mean(before);
    return mean(after) > 0 && error <= MOST_NOISE * mean(after) && rise <= error;
  }

  private static double mean(List<Double> rates) {
    return rates.stream().mapToDouble(one -> one).average().orElseThrow();
  }

  private static double variance(List<Double> rates) {
    double mean = mean(rates);
    double squares = rates.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
    return squares / (rates.size() - 1);
  }
}
