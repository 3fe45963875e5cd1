package org.gruve.kernels.generate;

import java.util.function.Function;

/**
 * Java with one word of each lane to an {@code IntVector}. Everything is written out: a method of
 * ours that takes or returns vectors is not sure to be inlined, and then boxes them.
 */
final class JavaVectors extends Notation {
  JavaVectors(Function<Word.Name, String> names) {
    super(names);
  }

  @Override
  String type() {
    return "IntVector";
  }

  @Override
  String lane(Word word) {
    return word.stage().isScalar()
        ? "IntVector.broadcast(S, %s)".formatted(text(word))
        : text(word);
  }

  @Override
  String sum(Word.Sum sum) {
    StringBuilder text = new StringBuilder(text(sum.terms().getFirst()));
    if (!sum.offset().equals(Word.Constant.ZERO)) {
      text.append(".add(").append(text(sum.offset())).append(')');
    }
    for (Word term : sum.terms().subList(1, sum.terms().size())) {
      text.append(".add(").append(text(term)).append(')');
    }
    return text.toString();
  }

  @Override
  String mixed(Sigma sigma, String x) {
    String template = "%1$s.lanewise(ROR, %2$d).lanewise(XOR, %1$s.lanewise(ROR, %3$d))";
    String last = ".lanewise(XOR, %1$s.lanewise(" + (sigma.shifts ? "LSHR" : "ROR") + ", %4$d))";
    return (template + last).formatted(x, sigma.first, sigma.second, sigma.third);
  }

  @Override
  String choose(String x, String y, String z) {
    return "%3$s.lanewise(XOR, %1$s.and(%2$s.lanewise(XOR, %3$s)))".formatted(x, y, z);
  }

  @Override
  String majority(String x, String y, String z) {
    return "%1$s.and(%2$s).or(%3$s.and(%1$s.or(%2$s)))".formatted(x, y, z);
  }

  @Override
  String reversed(String x) {
    return x + ".lanewise(REVERSE_BYTES)";
  }
}
