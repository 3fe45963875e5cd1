package org.gruve.kernels.generate;

/** The four mixing functions of FIPS 180-4, 4.1.2: two rotations and a third, or a shift. */
enum Sigma {
  BIG_0(2, 13, 22, false),
  BIG_1(6, 11, 25, false),
  SMALL_0(7, 18, 3, true),
  SMALL_1(17, 19, 10, true);

  final int first;
  final int second;
  final int third;
  final boolean shifts;

  Sigma(int first, int second, int third, boolean shifts) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.shifts = shifts;
  }

  int of(int x) {
    int last = shifts ? x >>> third : Integer.rotateRight(x, third);
    return Integer.rotateRight(x, first) ^ Integer.rotateRight(x, second) ^ last;
  }
}
