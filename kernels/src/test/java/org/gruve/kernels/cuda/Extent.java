package org.gruve.kernels.cuda;

import java.util.function.Consumer;

/** A size or a position in three dimensions. */
record Extent(int x, int y, int z) {
  static Extent of(int x) {
    return new Extent(x, 1, 1);
  }

  static Extent of(int x, int y) {
    return new Extent(x, y, 1);
  }

  int volume() {
    return Math.multiplyExact(Math.multiplyExact(x, y), z);
  }

  /** All positions within this size, x running fastest. */
  void forEach(Consumer<Extent> action) {
    for (int k = 0; k < z; k++) {
      for (int j = 0; j < y; j++) {
        for (int i = 0; i < x; i++) {
          action.accept(new Extent(i, j, k));
        }
      }
    }
  }
}
