package org.gruve.core.work;

import java.util.HexFormat;

/**
 * An extranonce2 as a counter: {@code value} unsigned, big-endian in the last 8 of {@code size}
 * bytes (0 to 16).
 */
public record Extranonce2(long value, int size) {
  /** The most bytes that it may have. */
  public static final int MOST_SIZE = 16;

  /** No bytes at all. */
  public static final Extranonce2 NONE = new Extranonce2(0, 0);

  /** Refuses a size out of range, and a value that the bytes cannot hold. */
  public Extranonce2 {
    if (size < 0 || size > MOST_SIZE) {
      throw new IllegalArgumentException("an extranonce2 has 0 to 16 bytes, not " + size);
    }
    if (size < Long.BYTES && value >>> (8 * size) != 0) {
      throw new IllegalArgumentException(value + " does not fit in " + size + " bytes");
    }
  }

  /** The {@code size} bytes as they stand in the coinbase. */
  public byte[] bytes() {
    byte[] out = new byte[size];
    for (int i = 0; i < Math.min(size, Long.BYTES); i++) {
      out[size - 1 - i] = (byte) (value >>> (8 * i));
    }
    return out;
  }

  /** 2 × {@code size} hex digits, as submitted. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
