package org.gruve.kernels.generate;

import java.util.function.Function;

/** How a Java class holds the words of its lanes: what surrounds the expressions. */
interface LaneType {
  int count();

  String type();

  String imports(Layout layout);

  String fields(Layout layout);

  Notation notation(Function<Word.Name, String> names);

  /** The nonces of the lanes, counted from {@code first}. */
  String nonces();

  /** Reads a word of each lane from an array, after {@code offset} words if it is not empty. */
  String load(String array, String offset, Section.Slot slot);

  /** Leaves a word in {@code x}. */
  String store(Section.Slot slot);

  /** The lanes, as bits of a long, whose word is 0 wherever {@code zeros} is 1. */
  String test(Word.Name word);
}
