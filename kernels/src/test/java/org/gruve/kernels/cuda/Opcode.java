package org.gruve.kernels.cuda;

/**
 * An arithmetic instruction of PTX.
 *
 * @param sources how many operands follow the result
 * @param width bits of an immediate number among its first two sources
 * @param thirdWidth bits of an immediate number as its third source
 * @param result bits of the result
 */
record Opcode(int sources, int width, int thirdWidth, int result, Operation operation) {
  static long mask(int bits) {
    return -1L >>> 64 - bits;
  }

  long immediate(int source, long value) {
    return value & mask(source < 2 ? width : thirdWidth);
  }
}
