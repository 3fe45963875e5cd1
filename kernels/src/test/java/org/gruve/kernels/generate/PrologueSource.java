package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The source of the class that computes, ahead of the lanes, some of what a program's lanes read.
 */
final class PrologueSource {
  private final Program program;
  private final List<Word.Name> words;
  private final String summary;
  private final Notation notation = new JavaInts(Word.Name::text);

  /** {@code words} is what it yields, in their order; {@code summary} its Javadoc's first words. */
  PrologueSource(Program program, List<Word.Name> words, String summary) {
    this.program = program;
    this.words = words;
    this.summary = summary;
  }

  String text(String className) {
    return """
    package org.gruve.kernels.header;

    import javax.annotation.processing.Generated;

    /** %1$s; see HeaderHash, from which it is generated. */
    @Generated("org.gruve.kernels.generate.KernelGenerator")
    public final class %2$s {
      /** How many words it yields. */
      public static final int WORDS = %3$d;

      private %2$s() {}

      /** Takes a midstate, the last words before the nonce, and the nonce; fills every step-th word. */
      public static void into(int[] in, int[] out, int at, int step) {
    %4$s  }
    }
    """
        .formatted(summary, className, words.size(), lines());
  }

  private String lines() {
    List<Let> lets = program.computing(words);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < program.inputs().size(); i++) {
      Word.Name input = program.inputs().get(i);
      boolean read = lets.stream().anyMatch(let -> let.word().names().anyMatch(input::equals));
      if (read || words.contains(input)) {
        lines.add("int " + input.text() + " = in[" + i + "];");
      }
    }
    lets.forEach(let -> lines.add(notation.define(let)));
    for (int i = 0; i < words.size(); i++) {
      lines.add("out[at + %d * step] = %s;".formatted(i, words.get(i).text()));
    }
    return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
  }
}
