package org.gruve.kernels.generate;

import java.util.function.Function;
import java.util.stream.Collectors;

/** Java with one word to an {@code int}. */
final class JavaInts extends Notation {
  JavaInts(Function<Word.Name, String> names) {
    super(names);
  }

  @Override
  String type() {
    return "int";
  }

  @Override
  String sum(Word.Sum sum) {
    return sum.parts().reversed().stream()
        .filter(part -> !part.equals(Word.Constant.ZERO))
        .map(this::text)
        .collect(Collectors.joining(" + "));
  }

  @Override
  String mixed(Sigma sigma, String x) {
    String last = sigma.shifts ? "(" + x + " >>> " + sigma.third + ")" : rotated(x, sigma.third);
    return "(%s ^ %s ^ %s)".formatted(rotated(x, sigma.first), rotated(x, sigma.second), last);
  }

  @Override
  String choose(String x, String y, String z) {
    return "(%3$s ^ (%1$s & (%2$s ^ %3$s)))".formatted(x, y, z);
  }

  @Override
  String majority(String x, String y, String z) {
    return "((%1$s & %2$s) | (%3$s & (%1$s | %2$s)))".formatted(x, y, z);
  }

  @Override
  String reversed(String x) {
    return "Integer.reverseBytes(" + x + ")";
  }

  private static String rotated(String x, int by) {
    return "Integer.rotateRight(" + x + ", " + by + ")";
  }
}
