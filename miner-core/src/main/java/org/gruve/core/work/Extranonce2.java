package org.gruve.core.work;

import java.util.HexFormat;

/**
 * An extranonce2 as a counter: {@code value} unsigned, big-endian in the last 8 of {@code size}
 * bytes (0 to 16).
 */
public record Extranonce2(long value, int size) {
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
