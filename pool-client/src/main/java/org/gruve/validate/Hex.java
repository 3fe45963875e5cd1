package org.gruve.validate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Hex digits as people paste them: either case, broken into lines, {@code 0x} before them. */
final class Hex {
  private Hex() {}

  /** Whether a text is whole bytes in hex, and nothing else. */
  static boolean isHex(String text) {
    byte[] ascii = ascii(text);
    int digits = digits(ascii, start(ascii));
    return digits > 0 && digits % 2 == 0;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What hex digits spell; the bytes themselves where they are anything else. */
  static byte[] decode(byte[] bytes) {
    int start = start(bytes);
    int digits = digits(bytes, start);
    if (digits <= 0 || digits % 2 != 0) {
      return bytes;
    }
    byte[] out = new byte[digits / 2];
    int at = 0;
    for (int i = start; i < bytes.length; i++) {
      if (!isSpace(bytes[i])) {
        int shift = (at & 1) == 0 ? 4 : 0;
        out[at / 2] |= (byte) (HexFormat.fromHexDigit(bytes[i]) << shift);
        at++;
      }
    }
    return out;
  }

  /** Whether bytes begin like text in hex, so that what follows may be read as such. */
  static boolean looksLikeHex(byte[] beginning) {
    return digits(beginning, start(beginning)) > 0;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static int start(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && isSpace(bytes[start])) {
      start++;
    }
    boolean prefixed =
        bytes.length - start > 2 && bytes[start] == '0' && (bytes[start + 1] | 0x20) == 'x';
    return prefixed ? start + 2 : start;
  }

  /** How many digits there are, or -1 where anything else but white space stands among them. */
  private static int digits(byte[] bytes, int start) {
    int digits = 0;
    for (int i = start; i < bytes.length; i++) {
      if (HexFormat.isHexDigit(bytes[i])) {
        digits++;
      } else if (!isSpace(bytes[i])) {
        return -1;
      }
    }
    return digits;
  }
}
