package org.gruve.stratum.v1;

import java.nio.charset.StandardCharsets;

/** Measures strings as they stand in a line. */
final class Quoted {
  private Quoted() {}

  /** The bytes of a text in UTF-8 after JSON's escaping, without its quotes. */
  static int size(String text) {
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        size += 5;
      } else if (c == '"' || c == '\\') {
        size++;
      }
    }
    return size;
  }
}
