package org.gruve.benchmarks;

import java.util.Collection;
import java.util.Locale;

/** Numbers of measurements, and how they are written. */
public final class Figures {
  private Figures() {}

  /** The middle one, or the mean of the two in the middle; there must be one. */
  public static double median(Collection<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no numbers have no median");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** A rate in MH/s, or in GH/s from a thousand of them: {@code 23.45 MH/s}. */
  public static String rate(double hashesPerSecond) {
    return hashesPerSecond < 1e9
        ? decimals(hashesPerSecond / 1e6) + " MH/s"
        : decimals(hashesPerSecond / 1e9) + " GH/s";
  }

  /** Two decimals. */
  public static String decimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  /** A ratio: {@code 1.04×}. */
  public static String ratio(double number) {
    return decimals(number) + "×";
  }

  /** A change against what was before: {@code +4.2 %}. */
  public static String change(double before, double now) {
    return String.format(Locale.ROOT, "%+.1f %%", (now / before - 1) * 100);
  }
}
