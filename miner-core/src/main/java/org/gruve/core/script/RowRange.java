package org.gruve.core.script;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Refuses, before a row is written, numbers of 32 bytes that no row may hold: a backend may be a
 * device that works with whole batches and knows no exception.
 */
final class RowRange {
  private static final byte[] P =
      bytes("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f");
  private static final byte[] N =
      bytes("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
  private static final byte[] ZERO = new byte[32];

  private RowRange() {}

  /** Whether it is below the field's prime. */
  static boolean isCoordinate(byte[] bytes, int from) {
    return Arrays.compareUnsigned(bytes, from, from + 32, P, 0, 32) < 0;
  }

  /** Whether it is below the order. */
  static boolean isScalar(byte[] bytes, int from) {
    return Arrays.compareUnsigned(bytes, from, from + 32, N, 0, 32) < 0;
  }

  /** Whether it is nothing but zeros. */
  static boolean isZero(byte[] bytes, int from) {
    return Arrays.equals(bytes, from, from + 32, ZERO, 0, 32);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
