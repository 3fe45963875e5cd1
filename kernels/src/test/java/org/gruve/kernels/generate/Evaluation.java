package org.gruve.kernels.generate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Runs a program word by word, for tests: what it means, whatever language it is printed in. */
final class Evaluation {
  private final Map<Word.Name, Integer> values = new HashMap<>();

  void set(Word.Name name, int value) {
    values.put(name, value);
  }

  int of(Word.Name name) {
    return value(name);
  }

  int run(Program program) {
    program.lets().forEach(let -> set(let.name(), value(let.word())));
    return value(program.result());
  }

  private int value(Word word) {
    return switch (word) {
      case Word.Constant(int value) -> value;
      case Word.Name name -> Objects.requireNonNull(values.get(name), name::text);
      case Word.Sum sum -> sum.parts().stream().mapToInt(this::value).sum();
      case Word.Mixed(Sigma sigma, Word x) -> sigma.of(value(x));
      case Word.Bitwise(Ternary function, Word x, Word y, Word z) ->
          function.of(value(x), value(y), value(z));
      case Word.Reversed(Word x) -> Integer.reverseBytes(value(x));
    };
  }
}
