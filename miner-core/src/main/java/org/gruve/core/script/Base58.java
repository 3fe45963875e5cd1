package org.gruve.core.script;

import java.util.Arrays;
import org.gruve.core.hash.Sha256d;
import org.jspecify.annotations.Nullable;

/** Bytes as digits of base 58, a 1 for each zero byte in front (Core: base58.cpp). */
final class Base58 {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int CHECKSUM = 4;

  private Base58() {}

  static String encode(byte[] bytes) {
    int zeros = leading(bytes);
    byte[] number = bytes.clone();
    StringBuilder digits = new StringBuilder();
    for (int from = zeros; from < number.length; ) {
      digits.append(DIGITS.charAt(divide(number, from)));
      from += number[from] == 0 ? 1 : 0;
    }
    while (digits.length() > 0 && digits.charAt(digits.length() - 1) == '1') {
      digits.setLength(digits.length() - 1);
    }
    return "1".repeat(zeros) + digits.reverse();
  }

  /** The same with the first four bytes of the double SHA-256 behind it. */
  static String encodeChecked(byte[] bytes) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + CHECKSUM);
    System.arraycopy(checksum(bytes), 0, all, bytes.length, CHECKSUM);
    return encode(all);
  }

  /** Null where there are other characters, or more bytes than {@code most}. */
  static byte @Nullable [] decode(String text, int most) {
    // Before anything is computed: the time for it grows with the square of the length.
    if (text.length() > 2L * most) {
      return null;
    }
    byte[] number = new byte[text.length()];
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      zeros += digit == 0 && zeros == i ? 1 : 0;
      multiplyAndAdd(number, digit);
    }
    int size = zeros + number.length - leading(number);
    return size > most ? null : Arrays.copyOfRange(number, number.length - size, number.length);
  }

  /** Without its checksum; null where that is wrong. */
  static byte @Nullable [] decodeChecked(String text, int most) {
    byte[] all = decode(text, most + CHECKSUM);
    if (all == null || all.length < CHECKSUM) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(all, all.length - CHECKSUM);
    byte[] sum = Arrays.copyOfRange(all, bytes.length, all.length);
    return Arrays.equals(sum, checksum(bytes)) ? bytes : null;
  }

  /** Divides the number by 58; its remainder. */
  private static int divide(byte[] number, int from) {
    int remainder = 0;
    for (int i = from; i < number.length; i++) {
      int part = (remainder << 8) | Byte.toUnsignedInt(number[i]);
      number[i] = (byte) (part / 58);
      remainder = part % 58;
    }
    return remainder;
  }

  private static void multiplyAndAdd(byte[] number, int digit) {
    int carry = digit;
    for (int i = number.length - 1; i >= 0; i--) {
      carry += 58 * Byte.toUnsignedInt(number[i]);
      number[i] = (byte) carry;
      carry >>= 8;
    }
  }

  private static int leading(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }

  private static byte[] checksum(byte[] bytes) {
    return Arrays.copyOf(Sha256d.hash(bytes).bytes(), CHECKSUM);
  }
}
