package org.gruve.kernels.generate;

import java.util.function.Function;

/** One lane, an {@code int}. */
record IntLane() implements LaneType {
  @Override
  public int count() {
    return 1;
  }

  @Override
  public String type() {
    return "int";
  }

  @Override
  public String imports(Layout layout) {
    return "import javax.annotation.processing.Generated;\n";
  }

  @Override
  public String fields(Layout layout) {
    return "";
  }

  @Override
  public Notation notation(Function<Word.Name, String> names) {
    return new JavaInts(names);
  }

  @Override
  public String nonces() {
    return "first";
  }

  @Override
  public String load(String array, String offset, Section.Slot slot) {
    String index = offset.isEmpty() ? "" + slot.index() : offset + " + " + slot.index();
    return "int %s = %s[%s];".formatted(slot.name().text(), array, index);
  }

  @Override
  public String store(Section.Slot slot) {
    return "x[%d] = %s;".formatted(slot.index(), slot.name().text());
  }

  @Override
  public String test(Word.Name word) {
    return "(%s & zeros) == 0 ? 1 : 0".formatted(word.text());
  }
}
