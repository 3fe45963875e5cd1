package org.gruve.core.script;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a signature as tolerantly as Core does for blocks from before BIP66: lengths may be long or
 * wrong at the outside, numbers padded or negative, and anything may follow (Core:
 * ecdsa_signature_parse_der_lax).
 */
final class LaxDer {
  private static final int UNREADABLE = -1;

  private final byte[] der;
  private int at;

  LaxDer(byte[] der) {
    this.der = der;
  }

  /** r and s as 64 bytes, zeros where one of them is not below the order; null if unreadable. */
  byte @Nullable [] compact() {
    byte[] compact = new byte[64];
    if (!skipSequence()) {
      return null;
    }
    boolean fits = true;
    for (int end = 32; end <= 64; end += 32) {
      int size = integerSize();
      if (size == UNREADABLE) {
        return null;
      }
      fits &= copy(size, compact, end);
      at += size;
    }
    return fits && isScalar(compact, 0) && isScalar(compact, 32) ? compact : new byte[64];
  }

  private boolean skipSequence() {
    if (!skipTag(0x30) || at == der.length) {
      return false;
    }
    int size = next();
    // What the length says is not compared with anything.
    int sizeOfSize = size < 0x80 ? 0 : size - 0x80;
    if (sizeOfSize > der.length - at) {
      return false;
    }
    at += sizeOfSize;
    return true;
  }

  private int integerSize() {
    if (!skipTag(0x02) || at == der.length) {
      return UNREADABLE;
    }
    int first = next();
    int size = first < 0x80 ? first : longSize(first - 0x80);
    return size > der.length - at ? UNREADABLE : size;
  }

  private int longSize(int sizeOfSize) {
    if (sizeOfSize > der.length - at) {
      return UNREADABLE;
    }
    int left = sizeOfSize;
    while (left > 0 && der[at] == 0) {
      at++;
      left--;
    }
    if (left >= 4) {
      return UNREADABLE;
    }
    int size = 0;
    for (; left > 0; left--) {
      size = (size << 8) + next();
    }
    return size;
  }

  private boolean copy(int size, byte[] compact, int end) {
    int from = at;
    int stop = at + size;
    while (from < stop && der[from] == 0) {
      from++;
    }
    if (stop - from > 32) {
      return false;
    }
    System.arraycopy(der, from, compact, end - (stop - from), stop - from);
    return true;
  }

  private boolean skipTag(int tag) {
    return at < der.length && next() == tag;
  }

  private int next() {
    return Byte.toUnsignedInt(der[at++]);
  }

  private static boolean isScalar(byte[] compact, int from) {
    BigInteger value = Secp256k1.number(compact, from, from + 32);
    return value.compareTo(Secp256k1.N) < 0;
  }
}
