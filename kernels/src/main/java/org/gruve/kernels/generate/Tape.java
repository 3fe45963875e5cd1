package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes a kernel down while it is described, and computes at once whatever can be known at an
 * earlier stage: constants are folded, and what does not depend on the nonce, or on the midstate,
 * moves out of the lanes. That alone makes the usual tricks of mining kernels: rounds done ahead,
 * constant schedule words, sums with folded round constants, a schedule shared by all midstates.
 */
final class Tape {
  private final List<Let> lets = new ArrayList<>();
  private final Map<Word, Word.Name> hoisted = new HashMap<>();
  private int round;

  List<Let> lets() {
    return lets;
  }

  void round(int number) {
    round = number;
  }

  /** Gives a word a name unless it is a constant or has one already. */
  Word let(String text, Word word) {
    if (word instanceof Word.Constant || word instanceof Word.Name) {
      return word;
    }
    var name = new Word.Name(text, word.stage());
    lets.add(new Let(name, word, round));
    return name;
  }

  /** As let, but keeps "one term + something in common" open, to be folded into later sums. */
  Word letUnlessTrivial(String text, Word word) {
    boolean trivial = word instanceof Word.Sum sum && sum.terms().size() == 1;
    return trivial ? word : let(text, word);
  }

  /**
   * The sum of words, with all that is known before its last addends added ahead. A constant goes
   * with what the lanes have in common, else with what is known of each midstate.
   */
  Word sum(Word... words) {
    List<Word> parts = flattened(Arrays.asList(words));
    Stage stage = Stage.of(parts);
    List<Word> last = those(parts, word -> word.stage() == stage);
    if (stage == Stage.CONSTANT) {
      return new Word.Constant(last.stream().mapToInt(w -> ((Word.Constant) w).value()).sum());
    }
    List<Word> common = those(parts, word -> word.stage() != stage && word.stage().isScalar());
    List<Word> midstate =
        those(parts, word -> word.stage() != stage && word.stage() == Stage.MIDSTATE);
    boolean onlyConstants = common.stream().allMatch(Word.Constant.class::isInstance);
    if (!midstate.isEmpty() && onlyConstants) {
      midstate.addAll(common);
      common = List.of();
    }
    if (!midstate.isEmpty()) {
      last.add(hoist(sum(midstate.toArray(Word[]::new))));
    }
    return simplest(last, hoist(sum(common.toArray(Word[]::new))));
  }

  private static List<Word> those(List<Word> words, Predicate<Word> which) {
    return new ArrayList<>(words.stream().filter(which).toList());
  }

  Word mix(Sigma sigma, Word x) {
    return x instanceof Word.Constant(int value)
        ? new Word.Constant(sigma.of(value))
        : new Word.Mixed(sigma, x);
  }

  Word bitwise(Ternary function, Word x, Word y, Word z) {
    return x instanceof Word.Constant(int a)
            && y instanceof Word.Constant(int b)
            && z instanceof Word.Constant(int c)
        ? new Word.Constant(function.of(a, b, c))
        : new Word.Bitwise(function, x, y, z);
  }

  private static Word simplest(List<Word> terms, Word offset) {
    if (terms.isEmpty()) {
      return offset;
    }
    return terms.size() == 1 && offset.equals(Word.Constant.ZERO)
        ? terms.getFirst()
        : new Word.Sum(terms, offset);
  }

  private static List<Word> flattened(List<Word> words) {
    List<Word> flat = new ArrayList<>();
    for (Word word : words) {
      if (word instanceof Word.Sum sum) {
        flat.addAll(flattened(sum.parts()));
      } else {
        flat.add(word);
      }
    }
    return flat;
  }

  private Word hoist(Word known) {
    if (known instanceof Word.Constant || known instanceof Word.Name) {
      return known;
    }
    return hoisted.computeIfAbsent(known, word -> (Word.Name) let("sum" + hoisted.size(), word));
  }
}
