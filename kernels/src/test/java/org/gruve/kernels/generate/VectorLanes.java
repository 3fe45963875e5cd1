package org.gruve.kernels.generate;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lanes of one species of the Vector API. */
record VectorLanes(int bits) implements LaneType {
  @Override
  public int count() {
    return bits / Integer.SIZE;
  }

  @Override
  public String type() {
    return "IntVector";
  }

  @Override
  public String imports(Layout layout) {
    return """
    import static jdk.incubator.vector.VectorOperators.EQ;
    import static jdk.incubator.vector.VectorOperators.LSHR;
    %simport static jdk.incubator.vector.VectorOperators.ROR;
    import static jdk.incubator.vector.VectorOperators.XOR;

    import javax.annotation.processing.Generated;
    import jdk.incubator.vector.IntVector;
    import jdk.incubator.vector.VectorSpecies;
    """
        .formatted(
            layout == Layout.NONCE_PER_LANE
                ? "import static jdk.incubator.vector.VectorOperators.REVERSE_BYTES;\n"
                : "");
  }

  @Override
  public String fields(Layout layout) {
    String species =
        "  private static final VectorSpecies<Integer> S = IntVector.SPECIES_%d;\n".formatted(bits);
    String numbers =
        IntStream.range(0, count()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return layout == Layout.NONCE_PER_LANE
        ? species + "  private static final int[] LANE = {%s};\n".formatted(numbers)
        : species;
  }

  @Override
  public Notation notation(Function<Word.Name, String> names) {
    return new JavaVectors(names);
  }

  @Override
  public String nonces() {
    return "IntVector.fromArray(S, LANE, 0).add(first)";
  }

  @Override
  public String load(String array, String offset, Section.Slot slot) {
    int words = slot.index() * count();
    String index = offset.isEmpty() ? "" + words : offset + " + " + words;
    return "IntVector %s = IntVector.fromArray(S, %s, %s);"
        .formatted(slot.name().text(), array, index);
  }

  @Override
  public String store(Section.Slot slot) {
    return "%s.intoArray(x, %d);".formatted(slot.name().text(), slot.index() * count());
  }

  @Override
  public String test(Word.Name word) {
    return "%s.and(zeros).compare(EQ, 0).toLong()".formatted(word.text());
  }
}
