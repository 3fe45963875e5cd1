package org.gruve.kernels.gpu;

/** The multiplicands that kernels are given, since a compiler must not know them. */
public final class Factors {
  private Factors() {}

  /** 1, 2^29, 2^22 and 2^7: for sums, for shifts by 3 and 10, for rotations by 25. */
  public static int[] words() {
    return new int[] {1, 1 << 29, 1 << 22, 1 << 7};
  }
}
