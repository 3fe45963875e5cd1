package org.gruve.core.script;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Questions for a {@link SignatureVerifier}, packed one after the other so that a batch can go to
 * any backend as it is. A row has {@link #STRIDE} bytes: kind, key (33), message (32), signature
 * (64), all big-endian. Not for more than one thread at a time.
 */
public final class SignatureRows {
  /** Bytes of a row. */
  public static final int STRIDE = 130;

  /** Where the key begins in a row. */
  public static final int KEY = 1;

  /** Where the message begins in a row. */
  public static final int MESSAGE = 34;

  /** Where the signature begins in a row. */
  public static final int SIGNATURE = 66;

  /** A compressed key, a message hash, and r and s with s in its lower half. */
  public static final byte ECDSA = 0;

  /** BIP340: 0x02 and the key's x, a message, and r and s. */
  public static final byte SCHNORR = 1;

  /**
   * BIP341's tweak: 0x02 and the internal key's x, the tweak, then the output key's x, a byte that
   * is 1 where its y is odd, and 31 zeros.
   */
  public static final byte TWEAK = 2;

  private byte[] packed;
  private int count;

  /** Room for {@code expected} rows at first. */
  public SignatureRows(int expected) {
    packed = new byte[Math.max(1, expected) * STRIDE];
  }

  /** Adds a row; all arguments have their full length. */
  public void add(byte kind, byte[] key33, byte[] message32, byte[] signature64) {
    int row = grown();
    packed[row] = kind;
    System.arraycopy(key33, 0, packed, row + KEY, 33);
    System.arraycopy(message32, 0, packed, row + MESSAGE, 32);
    System.arraycopy(signature64, 0, packed, row + SIGNATURE, 64);
  }

  /** Adds a copy of row {@code index} of others. */
  public void addFrom(SignatureRows others, int index) {
    int row = grown();
    System.arraycopy(others.packed, index * STRIDE, packed, row, STRIDE);
  }

  /** Adds a row that is packed already. */
  void addPacked(byte[] row) {
    int at = grown();
    System.arraycopy(row, 0, packed, at, STRIDE);
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** The kind of row {@code index}. */
  public byte kind(int index) {
    return packed[index * STRIDE];
  }

  /** A copy of {@code size} bytes of a row from {@code offset} on. */
  public byte[] part(int index, int offset, int size) {
    int from = index * STRIDE + offset;
    return Arrays.copyOfRange(packed, from, from + size);
  }

  /** Bit i is set where the test of index i says so: for backends that take one row at a time. */
  public BitSet where(IntPredicate test) {
    BitSet found = new BitSet(count);
    for (int i = 0; i < count; i++) {
      found.set(i, test.test(i));
    }
    return found;
  }

  /** A copy of the rows as they are packed. */
  public byte[] packed() {
    return Arrays.copyOf(packed, count * STRIDE);
  }

  /** Forgets all rows and keeps the room. */
  public void clear() {
    count = 0;
  }

  private int grown() {
    int row = count++ * STRIDE;
    if (row + STRIDE > packed.length) {
      packed = Arrays.copyOf(packed, 2 * packed.length);
    }
    return row;
  }
}
