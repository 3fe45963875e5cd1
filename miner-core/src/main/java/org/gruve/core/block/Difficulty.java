package org.gruve.core.block;

import java.math.BigDecimal;

/**
 * A Stratum difficulty, exactly as a decimal: 1 is {@link Target#DIFFICULTY_1}, 2 is half of it.
 */
public record Difficulty(BigDecimal value) {

  /**
   * Reads a decimal such as {@code 1}, {@code 0.5}, {@code 1e-9}. Refuses with
   * IllegalArgumentException what is not above 0, above 2^256, longer than 64 characters, or has an
   * exponent that would make exact arithmetic expensive.
   */
  public static Difficulty parse(String text) {
    throw new UnsupportedOperationException();
  }

  /** floor(DIFFICULTY_1 / value), at most 2^256 - 1. */
  public Target target() {
    throw new UnsupportedOperationException();
  }

  /** The difficulty of a target or hash, for display and for weighing: DIFFICULTY_1 / target. */
  public static double of(Target target) {
    throw new UnsupportedOperationException();
  }
}
