package org.gruve.kernels.generate;

import java.util.function.Function;

/** How a language and a data type write words down. A new kernel language is one of these. */
abstract class Notation {
  private final Function<Word.Name, String> names;

  /** {@code names} says how a name is read where the text will stand. */
  Notation(Function<Word.Name, String> names) {
    this.names = names;
  }

  /** The text of a word. */
  final String text(Word word) {
    return switch (word) {
      case Word.Constant(int value) -> "0x%08x".formatted(value);
      case Word.Name name -> names.apply(name);
      case Word.Sum sum -> sum(sum);
      case Word.Mixed(Sigma sigma, Word x) -> mixed(sigma, lane(x));
      case Word.Bitwise(Ternary function, Word x, Word y, Word z) ->
          switch (function) {
            case CHOOSE -> choose(lane(x), lane(y), lane(z));
            case MAJORITY -> majority(lane(x), lane(y), lane(z));
          };
      case Word.Reversed(Word x) -> reversed(lane(x));
    };
  }

  /** The definition of a name. */
  final String define(Let let) {
    return type() + " " + let.name().text() + " = " + text(let.word()) + ";";
  }

  /** A word where only a lane's type will do. */
  String lane(Word word) {
    return text(word);
  }

  abstract String type();

  abstract String sum(Word.Sum sum);

  abstract String mixed(Sigma sigma, String x);

  abstract String choose(String x, String y, String z);

  abstract String majority(String x, String y, String z);

  abstract String reversed(String x);
}
