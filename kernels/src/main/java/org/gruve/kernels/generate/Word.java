package org.gruve.kernels.generate;

import java.util.List;
import java.util.stream.Stream;

/** A 32-bit word of a kernel, as an expression over names. */
sealed interface Word {
  Stage stage();

  /** The words that it is made of. */
  List<Word> parts();

  /** The names that must have been defined before it can be computed. */
  default Stream<Name> names() {
    return this instanceof Name name ? Stream.of(name) : parts().stream().flatMap(Word::names);
  }

  /** A number. */
  record Constant(int value) implements Word {
    static final Constant ZERO = new Constant(0);

    @Override
    public Stage stage() {
      return Stage.CONSTANT;
    }

    @Override
    public List<Word> parts() {
      return List.of();
    }
  }

  /** An input, or a word that was computed before. */
  record Name(String text, Stage stage) implements Word {
    @Override
    public List<Word> parts() {
      return List.of();
    }
  }

  /**
   * Terms that lanes have each for themselves, in the order in which they are best added, and one
   * offset that they have in common; or, before the lanes, terms of one stage and an earlier
   * offset.
   */
  record Sum(List<Word> terms, Word offset) implements Word {
    @Override
    public Stage stage() {
      return Stage.of(parts());
    }

    @Override
    public List<Word> parts() {
      return Stream.concat(terms.stream(), Stream.of(offset)).toList();
    }
  }

  /** One of the mixing functions. */
  record Mixed(Sigma sigma, Word x) implements Word {
    @Override
    public Stage stage() {
      return x.stage();
    }

    @Override
    public List<Word> parts() {
      return List.of(x);
    }
  }

  /** A function of three words, bit by bit. */
  record Bitwise(Ternary function, Word x, Word y, Word z) implements Word {
    @Override
    public Stage stage() {
      return Stage.of(parts());
    }

    @Override
    public List<Word> parts() {
      return List.of(x, y, z);
    }
  }

  /** The bytes the other way round. */
  record Reversed(Word x) implements Word {
    @Override
    public Stage stage() {
      return x.stage();
    }

    @Override
    public List<Word> parts() {
      return List.of(x);
    }
  }
}
