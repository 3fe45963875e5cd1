package org.gruve.validate;

import java.util.Comparator;
import org.gruve.core.check.Clause;

/**
 * Something that must hold.
 *
 * @param id its number in {@code docs/spec-map.md}, such as {@code a7.10}; what only files of
 *     chains and proofs must be has numbers from {@code a0.1} and {@code a10.4} on
 * @param sentence what holds
 */
public record Rule(String id, String sentence) {
  /** By the numbers in them. */
  static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(id -> number(id, 0)).thenComparingInt(id -> number(id, 1));

  /** One of consensus. */
  static Rule of(Clause clause) {
    return new Rule(clause.id(), clause.sentence());
  }

  private static int number(String id, int part) {
    return Integer.parseInt(id.substring(1).split("\\.", -1)[part]);
  }
}
