package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a kernel down while it is described, and computes at once whatever can be known at an
 * earlier stage: constants are folded, and what is the same in all lanes moves to the uniform part.
 * That alone makes the usual tricks of mining kernels: rounds done ahead, constant schedule words,
 * sums with folded round constants.
 */
final class Tape {
  private final List<Let> uniform = new ArrayList<>();
  private final List<Let> lane = new ArrayList<>();
  private final Map<Word, Word.Name> hoisted = new HashMap<>();
  private int round;

  List<Let> uniform() {
    return uniform;
  }

  List<Let> lane() {
    return lane;
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
    (word.stage() == Stage.UNIFORM ? uniform : lane).add(new Let(name, word, round));
    return name;
  }

  /** As let, but keeps "something known + one lane's word" open, to be folded into later sums. */
  Word letUnlessTrivial(String text, Word word) {
    boolean trivial = word instanceof Word.Sum sum && sum.terms().size() == 1;
    return trivial ? word : let(text, word);
  }

  Word sum(Word... words) {
    List<Word> lanes = new ArrayList<>();
    List<Word> uniforms = new ArrayList<>();
    int constant = 0;
    for (Word word : flattened(Arrays.asList(words))) {
      switch (word.stage()) {
        case CONSTANT -> constant += ((Word.Constant) word).value();
        case UNIFORM -> uniforms.add(word);
        case LANE -> lanes.add(word);
      }
    }
    Word known = simplest(uniforms, new Word.Constant(constant));
    return lanes.isEmpty() ? known : simplest(lanes, hoist(known));
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
