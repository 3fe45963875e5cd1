package org.gruve.kernels.generate;

import static java.util.function.Predicate.isEqual;

import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The text of both programs for GPUs: one function for what each stage computes. Words go from one
 * to the next in arrays that compilers dissolve into registers.
 */
final class GpuSource {
  private static final Program NONCES = HeaderHash.noncePerLane();
  private static final Program VERSIONS = HeaderHash.midstatePerLane();
  private static final int TAIL = 8;

  private GpuSource() {}

  static String text() {
    List<Word.Name> work = NONCES.readByLanes(Stage::isScalar);
    List<Word.Name> midstate = VERSIONS.readByLanes(isEqual(Stage.MIDSTATE));
    List<Word.Name> fixed = VERSIONS.readByLanes(isEqual(Stage.WORK));
    List<Word.Name> row = VERSIONS.readByLanes(isEqual(Stage.NONCE));
    return """
    // Written by org.gruve.kernels.generate.KernelGenerator from HeaderHash; do not edit.
    // Double SHA-256 of a header, for kernels.h.

    #define NONCE_WORDS %d
    #define MIDSTATE_WORDS %d
    #define FIXED_WORDS %d
    #define ROW_WORDS %d

    """
            .formatted(work.size(), midstate.size(), fixed.size(), row.size())
        + ahead("midstate_words", "const u32 *in, u32 *out", midstate)
        + ahead("fixed_words", "const u32 *tail, u32 *out", fixed)
        + ahead("row_words", "const u32 *tail, u32 nonce, u32 *out", row)
        + lanes(
            "hash_of_nonce",
            "Factors factors, const u32 *work, u32 nonce",
            NONCES,
            Map.of("work", work))
        + lanes(
            "hash_of_version",
            "Factors factors, const u32 *midstate, const u32 *fixed, const u32 *row",
            VERSIONS,
            Map.of("midstate", midstate, "fixed", fixed, "row", row));
  }

  /** What lanes have in common is computed seldom, the plain way. */
  private static String ahead(String function, String parameters, List<Word.Name> words) {
    boolean tail = parameters.contains("tail");
    GpuWords notation = new GpuWords(name -> input(name, tail));
    String lines =
        VERSIONS.computing(words).stream().map(notation::define).collect(lines())
            + numbered(words, "out[%d] = %s;", notation);
    return """
    #define ADD(x, y) ((x) + (y))
    #define BIG_1(n, x) BIG_1_BY_SHIFTS(x)
    #define SMALL_0(x) SMALL_0_BY_SHIFTS(x)
    #define SMALL_1(x) SMALL_1_BY_SHIFTS(x)
    """
        + "FUNCTION void %s(%s) {\n%s}\n".formatted(function, parameters, lines)
        + "#undef ADD\n#undef BIG_1\n#undef SMALL_0\n#undef SMALL_1\n\n";
  }

  private static String input(Word.Name name, boolean tail) {
    int index = VERSIONS.inputs().indexOf(name);
    if (index < 0 || index == VERSIONS.inputs().size() - 1) {
      return name.text();
    }
    return tail ? "tail[" + (index - TAIL) + "]" : "in[" + index + "]";
  }

  private static String numbered(List<Word.Name> words, String format, Notation notation) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append("  ").append(format.formatted(i, notation.text(words.get(i)))).append("\n");
    }
    return text.toString();
  }

  private static String lanes(
      String function, String parameters, Program program, Map<String, List<Word.Name>> arrays) {
    GpuWords notation = new GpuWords(name -> element(name, arrays));
    String body = program.lane().stream().map(notation::define).collect(lines());
    return """
    #define BIG_1_COUNT %d
    #define BIG_1(n, x) BIG_1_MOVED(n, BIG_1_COUNT, x)
    #define ADD(x, y) ADD_MOVED(x, y)
    #define SMALL_0(x) SMALL_0_MOVED(x)
    #define SMALL_1(x) SMALL_1_MOVED(x)
    FUNCTION u32 %s(%s) {
    %s  return %s;
    }
    #undef BIG_1_COUNT
    #undef ADD
    #undef BIG_1
    #undef SMALL_0
    #undef SMALL_1

    """
        .formatted(
            notation.bigSigmas(), function, parameters, body, notation.text(program.result()));
  }

  private static String element(Word.Name name, Map<String, List<Word.Name>> arrays) {
    for (var array : arrays.entrySet()) {
      int index = array.getValue().indexOf(name);
      if (index >= 0) {
        return array.getKey() + "[" + index + "]";
      }
    }
    return name.text();
  }

  private static Collector<String, ?, String> lines() {
    return Collectors.mapping(line -> "  " + line + "\n", Collectors.joining());
  }
}
