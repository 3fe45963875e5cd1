package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The source of the class that computes, once for all lanes, what a program's lanes share. */
final class PrologueSource {
  private final Program program;
  private final Notation notation = new JavaInts(Word.Name::text);

  PrologueSource(Program program) {
    this.program = program;
  }

  String text(String className) {
    return """
    package org.gruve.kernels.cpu;

    import javax.annotation.processing.Generated;

    /**
     * What all nonces of a header share: rounds 0 to 2 of its second block, and sums of words
     * that do not change; see HeaderHash among the test sources, from which it is generated.
     */
    @Generated("org.gruve.kernels.generate.KernelGenerator")
    final class %s {
      /** Words that the lanes read. */
      static final int WORDS = %d;

      private %s() {}

      /** Takes the midstate and the last words of the header before its nonce. */
      static int[] of(int[] in) {
    %s    return new int[] {%s};
      }
    }
    """
        .formatted(className, program.exports().size(), className, lines(), exports());
  }

  private String lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < HeaderHash.INPUTS; i++) {
      lines.add("int in" + i + " = in[" + i + "];");
    }
    program.uniform().forEach(let -> lines.add(notation.define(let)));
    return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
  }

  private String exports() {
    return program.exports().stream().map(Word.Name::text).collect(Collectors.joining(", "));
  }
}
