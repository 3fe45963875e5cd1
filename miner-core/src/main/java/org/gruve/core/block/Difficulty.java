package org.gruve.core.block;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * A Stratum difficulty, exactly as a decimal: 1 is {@link Target#DIFFICULTY_1}, 2 is half of it.
 */
public record Difficulty(BigDecimal value) {
  private static final BigDecimal MOST = new BigDecimal(BigInteger.ONE.shiftLeft(256));
  private static final int MOST_CHARACTERS = 64;
  private static final int MOST_DIGITS = 80;

  /** Below any double; the target of all that is under about 2.3e-10 is the same, the greatest. */
  private static final int LEAST_EXPONENT = -400;

  private static final int MOST_EXPONENT = 78;
  private static final Pattern DECIMAL =
      Pattern.compile("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  /**
   * Refuses with IllegalArgumentException what {@link #parse} refuses, and keeps one form of each
   * number, so that 1.50 equals 1.5. The exponent is looked at before anything is computed with it.
   */
  public Difficulty {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("a difficulty is above 0");
    }
    long exponent = (long) value.precision() - value.scale() - 1;
    if (value.precision() > MOST_DIGITS || exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
      throw new IllegalArgumentException(
          "a difficulty has at most 80 digits and lies between 1e-400 and 2^256");
    }
    if (value.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a difficulty is at most 2^256");
    }
    BigDecimal shortest = value.stripTrailingZeros();
    value = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /**
   * Reads a decimal such as {@code 1}, {@code 0.5}, {@code 1e-9}. Refuses with
   * IllegalArgumentException what is not above 0, above 2^256, longer than 64 characters, or has an
   * exponent that would make exact arithmetic expensive.
   */
  public static Difficulty parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a difficulty has at most 64 characters, not " + text.length());
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("a difficulty is a decimal number above 0");
    }
    return new Difficulty(new BigDecimal(text));
  }

  /** floor(DIFFICULTY_1 / value), at most 2^256 - 1. */
  public Target target() {
    BigInteger scaled = Target.DIFFICULTY_1.value().multiply(BigInteger.TEN.pow(value.scale()));
    return new Target(scaled.divide(value.unscaledValue()).min(Target.MAX.value()));
  }

  /** The difficulty of a target or hash, for display and for weighing: DIFFICULTY_1 / target. */
  public static double of(Target target) {
    if (target.value().signum() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return new BigDecimal(Target.DIFFICULTY_1.value())
        .divide(new BigDecimal(target.value()), MathContext.DECIMAL64)
        .doubleValue();
  }

  /** The decimal, as JSON writes numbers. */
  @Override
  public String toString() {
    return value.toString();
  }
}
