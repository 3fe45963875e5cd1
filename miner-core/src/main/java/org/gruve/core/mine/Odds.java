package org.gruve.core.mine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.gruve.core.block.Target;

/** What a hash rate means, in words and numbers. */
public final class Odds {
  private static final double YEAR = 365.25 * 86_400;

  private Odds() {}

  /** Mean seconds to meet a target at a rate: what the job's nbits or share target asks for. */
  public static double meanSeconds(Target target, double hashesPerSecond) {
    return target.expectedHashes() / hashesPerSecond;
  }

  /**
   * Seconds as people say them: {@code 4 s}, {@code 12 min}, {@code 3.1 days}, {@code 210,000
   * years}.
   */
  public static String inWords(double seconds) {
    if (!(seconds < Double.POSITIVE_INFINITY)) {
      return "forever";
    }
    if (seconds < 0.1) {
      return "under 0.1 s";
    }
    Unit best = Unit.SECONDS;
    for (Unit unit : Unit.values()) {
      if (rounded(seconds / unit.seconds) >= 1) {
        best = unit;
      }
    }
    return best.of(rounded(seconds / best.seconds));
  }

  /** Two digits that count: what a mean is worth. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP)).doubleValue();
  }

  private enum Unit {
    SECONDS(1, "s", "s"),
    MINUTES(60, "min", "min"),
    HOURS(3600, "hour", "hours"),
    DAYS(86_400, "day", "days"),
    YEARS(YEAR, "year", "years"),
    MILLIONS(1e6 * YEAR, "million years", "million years"),
    BILLIONS(1e9 * YEAR, "billion years", "billion years");

    private final double seconds;
    private final String one;
    private final String many;

    Unit(double seconds, String one, String many) {
      this.seconds = seconds;
      this.one = one;
      this.many = many;
    }

    private String of(double count) {
      DecimalFormat digits =
          new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
      return digits.format(count) + " " + (count == 1 ? one : many);
    }
  }
}
