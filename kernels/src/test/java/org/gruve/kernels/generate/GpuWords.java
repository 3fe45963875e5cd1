package org.gruve.kernels.generate;

import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The dialect of C that OpenCL and CUDA have in common. Whatever a GPU may compute in more than one
 * way is left to macros: sums, the mixing functions, and the two functions of three words.
 */
final class GpuWords extends Notation {
  private int bigSigmas;

  GpuWords(Function<Word.Name, String> names) {
    super(names);
  }

  @Override
  String type() {
    return "u32";
  }

  @Override
  String sum(Word.Sum sum) {
    return sum.parts().stream()
        .filter(part -> !part.equals(Word.Constant.ZERO))
        .map(this::text)
        .collect(Collectors.reducing((left, right) -> "ADD(" + left + ", " + right + ")"))
        .orElseThrow();
  }

  /** The ones that have three rotations are numbered: a kernel may turn some another way. */
  @Override
  String mixed(Sigma sigma, String x) {
    return sigma == Sigma.BIG_1
        ? "BIG_1(%d, %s)".formatted(bigSigmas++, x)
        : sigma.name() + "(" + x + ")";
  }

  @Override
  String choose(String x, String y, String z) {
    return "CHOOSE(" + x + ", " + y + ", " + z + ")";
  }

  @Override
  String majority(String x, String y, String z) {
    return "MAJORITY(" + x + ", " + y + ", " + z + ")";
  }

  @Override
  String reversed(String x) {
    return "REVERSED(" + x + ")";
  }

  /** How many of the numbered ones it wrote. */
  int bigSigmas() {
    return bigSigmas;
  }
}
