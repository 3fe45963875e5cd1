package org.gruve.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Numbers as miners' users read them; what is not known is {@code n/a}. */
final class Figures {
  private static final String UNKNOWN = "n/a";
  private static final Set<String> WHOLE_UNITS = Set.of("°C", "%", "MHz");
  private static final String[] RATE_UNITS = {
    "H/s", "kH/s", "MH/s", "GH/s", "TH/s", "PH/s", "EH/s", "ZH/s"
  };
  private static final String[] COUNT_UNITS = {"", "K", "M", "G", "T", "P", "E", "Z"};

  private Figures() {}

  /** One rate with its unit: {@code 43.1 MH/s}. */
  static String rate(double hashesPerSecond) {
    return rates(hashesPerSecond);
  }

  /** Several rates in the unit of the greatest: {@code 43.1 42.9 n/a MH/s}. */
  static String rates(double... hashesPerSecond) {
    double greatest =
        DoubleStream.of(hashesPerSecond).filter(Double::isFinite).max().orElse(Double.NaN);
    int unit = unit(greatest, RATE_UNITS.length);
    double scale = Math.pow(1000, unit);
    String numbers =
        Arrays.stream(hashesPerSecond)
            .mapToObj(rate -> oneDecimal(rate / scale))
            .collect(Collectors.joining(" "));
    return numbers + " " + RATE_UNITS[unit];
  }

  /** A difficulty or count with three digits: {@code 65.5K}, {@code 110T}, {@code 0.0001}. */
  static String count(double number) {
    if (!Double.isFinite(number)) {
      return UNKNOWN;
    }
    if (number < 1) {
      return number == 0 ? "0" : trimmed(String.format(Locale.ROOT, small(number), number));
    }
    int unit = unit(number, COUNT_UNITS.length);
    return threeDigits(number / Math.pow(1000, unit)) + COUNT_UNITS[unit];
  }

  /** What a sensor or the energy says: {@code 61 °C}, {@code 28.4 J/GH}; a dash if unknown. */
  static String gauge(double value, String unit) {
    boolean whole = Math.abs(value) >= 99.95 || WHOLE_UNITS.contains(unit);
    String form = whole ? "%.0f" : "%.1f";
    return (Double.isFinite(value) ? String.format(Locale.ROOT, form, value) : "—") + " " + unit;
  }

  /** A short time: {@code 42 ms}. */
  static String latency(long nanos) {
    return Math.round(nanos / 1e6) + " ms";
  }

  /** How long something has run: {@code 9.5 s}, {@code 1m 20s}, {@code 2h 03m}. */
  static String elapsed(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = (long) seconds;
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%dm %02ds", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%dh %02dm", whole / 3600, whole / 60 % 60);
  }

  /** A whole number with separators: {@code 878,976}. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int unit(double number, int units) {
    int unit = 0;
    // What would be rounded up to 1000 belongs to the next unit.
    while (unit + 1 < units && number / Math.pow(1000, unit) >= 999.5) {
      unit++;
    }
    return unit;
  }

  private static String oneDecimal(double number) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, "%.1f", number) : UNKNOWN;
  }

  private static String threeDigits(double number) {
    int decimals = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
    return trimmed(String.format(Locale.ROOT, "%." + decimals + "f", number));
  }

  private static String small(double number) {
    return number < 1e-4 ? "%.2e" : "%.5f";
  }

  private static String trimmed(String number) {
    if (!number.contains(".") || number.contains("e")) {
      return number.replaceFirst("\\.?0*e", "e");
    }
    return number.replaceFirst("\\.?0+$", "");
  }
}
