package org.gruve.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a mistyped one was probably meant to be. */
final class NearMiss {
  private NearMiss() {}

  /** The known word with the fewest edits, if about a third of the letters or fewer are wrong. */
  static Optional<String> of(String word, Collection<String> known) {
    // Of one letter, every other is a near miss.
    int patience = word.length() < 3 ? 0 : Math.max(2, word.length() / 3);
    return known.stream()
        .filter(candidate -> candidate.length() > 2)
        .filter(candidate -> edits(word, candidate) <= patience)
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /** Levenshtein's distance, by rows. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[to.length()];
  }
}
