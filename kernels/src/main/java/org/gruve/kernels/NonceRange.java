package org.gruve.kernels;

/** Nonces from {@code first}, 0 to 2^32 - 1. */
record NonceRange(long first, long count) {
  private static final long END = 1L << 32;

  /** About {@code count} nonces with {@code nonce} (unsigned) among them, not past either end. */
  static NonceRange around(int nonce, int count) {
    long middle = Integer.toUnsignedLong(nonce);
    long first = Math.max(0, middle - count / 2);
    return new NonceRange(first, Math.min(count, END - first));
  }

  static NonceRange all() {
    return new NonceRange(0, END);
  }
}
