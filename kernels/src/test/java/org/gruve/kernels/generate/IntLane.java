package org.gruve.kernels.generate;

import java.util.function.Function;

/** One lane, an {@code int}. */
record IntLane() implements LaneType {
  @Override
  public int count() {
    return 1;
  }

  @Override
  public String summary() {
    return "one nonce at a time";
  }

  @Override
  public String type() {
    return "int";
  }

  @Override
  public String imports() {
    return "import javax.annotation.processing.Generated;\n";
  }

  @Override
  public String fields() {
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
  public String load(Section.Slot slot) {
    return "int %s = x[%d];".formatted(slot.name().text(), slot.index());
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
