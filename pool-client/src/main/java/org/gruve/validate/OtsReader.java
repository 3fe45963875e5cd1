package org.gruve.validate;

import java.util.Arrays;
import org.gruve.core.hash.Bytes;

/** Reads the numbers and byte strings of OpenTimestamps, which are not Bitcoin's. */
final class OtsReader {
  private final byte[] bytes;
  private int at;

  OtsReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int uint8() {
    return bytes(1)[0] & 0xff;
  }

  byte[] bytes(int count) {
    if (count > bytes.length - at) {
      throw refused("it is cut short");
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** Seven bits at a time, lowest first, at most 63 of them. */
  long varUint() {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = uint8();
      number |= (long) (next & 0x7f) << shift;
      if ((next & 0x80) == 0) {
        return number;
      }
    }
    throw refused("a number is too large");
  }

  byte[] varBytes(int least, int most) {
    long size = varUint();
    if (size < least || size > most) {
      throw refused("a length of " + size + " where " + least + " to " + most + " are allowed");
    }
    return bytes((int) size);
  }

  /** Reads bytes that must be these. */
  void expect(Bytes expected, String what) {
    boolean same =
        expected.size() <= bytes.length - at && Bytes.of(bytes(expected.size())).equals(expected);
    if (!same) {
      throw refused(what);
    }
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  /** What is wrong with the bytes, and where. */
  InputException refused(String what) {
    return InputException.invalid("not a valid OpenTimestamps proof: " + what + ", at byte " + at);
  }
}
