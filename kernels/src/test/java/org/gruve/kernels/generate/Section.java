package org.gruve.kernels.generate;

import java.util.List;

/** A run of rounds that becomes one method: what it loads, computes, and leaves for the next. */
record Section(List<Slot> loads, List<Let> lets, List<Slot> stores) {
  /** A lane word's place between two methods. */
  record Slot(Word.Name name, int index) {}

  boolean reads(Word.Name name) {
    return lets.stream().anyMatch(let -> let.word().names().anyMatch(name::equals));
  }
}
