package org.gruve.validate;

import org.gruve.core.block.ByteReader;
import org.gruve.core.block.FormatException;

/** The numbers of Bitcoin Core's own files: base-128 VARINTs and compressed amounts. */
final class Amounts {
  private Amounts() {}

  /** A 64-bit number (Core: ReadVarInt), unsigned. */
  static long varInt(ByteReader in) {
    return varInt(in, -1L);
  }

  /** A number of at most 32 bits, unsigned. */
  static int varInt32(ByteReader in) {
    return (int) varInt(in, 0xffff_ffffL);
  }

  /** Satoshis of a compressed amount, modulo 2^64 as in Core (DecompressAmount). */
  static long decompress(long compressed) {
    if (compressed == 0) {
      return 0;
    }
    long rest = compressed - 1;
    int exponent = (int) Long.remainderUnsigned(rest, 10);
    rest = Long.divideUnsigned(rest, 10);
    long amount;
    if (exponent < 9) {
      long digit = Long.remainderUnsigned(rest, 9) + 1;
      amount = Long.divideUnsigned(rest, 9) * 10 + digit;
    } else {
      amount = rest + 1;
    }
    for (int i = 0; i < exponent; i++) {
      amount *= 10;
    }
    return amount;
  }

  private static long varInt(ByteReader in, long most) {
    int start = in.position();
    long number = 0;
    while (true) {
      int next = in.uint8();
      if (Long.compareUnsigned(number, most >>> 7) > 0) {
        throw new FormatException("a VARINT that is too large", start);
      }
      number = number << 7 | (next & 0x7f);
      if ((next & 0x80) == 0) {
        return number;
      }
      if (number == most) {
        throw new FormatException("a VARINT that is too large", start);
      }
      number++;
    }
  }
}
