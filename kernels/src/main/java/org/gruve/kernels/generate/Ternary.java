package org.gruve.kernels.generate;

/** The two bitwise functions of FIPS 180-4, 4.1.2. */
enum Ternary {
  /** Bits of y where x is 1, of z where it is 0. */
  CHOOSE {
    @Override
    int of(int x, int y, int z) {
      return (x & y) ^ (~x & z);
    }
  },
  /** What at least two of the three say. */
  MAJORITY {
    @Override
    int of(int x, int y, int z) {
      return (x & y) ^ (x & z) ^ (y & z);
    }
  };

  abstract int of(int x, int y, int z);

  /** Its results for all bits, numbered as 4x + 2y + z. */
  int table() {
    return of(0xf0, 0xcc, 0xaa) & 0xff;
  }
}
