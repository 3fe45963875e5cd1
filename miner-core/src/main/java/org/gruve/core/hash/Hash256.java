package org.gruve.core.hash;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A 256-bit hash, its 32 bytes kept in the order in which they were hashed. Explorers and RPC show
 * them reversed: see {@link #display()}.
 */
public final class Hash256 implements Comparable<Hash256> {
  /** Thirty-two zero bytes: the parent of a genesis block, the prevout of a coinbase. */
  public static final Hash256 ZERO = new Hash256(new byte[32]);

  private final byte[] bytes;

  private Hash256(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies 32 bytes in hashed order. */
  public static Hash256 of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash256(bytes.clone());
  }

  /** Copies the 32 bytes of {@code bytes} that start at {@code offset}. */
  public static Hash256 of(byte[] bytes, int offset) {
    Objects.checkFromIndexSize(offset, 32, bytes.length);
    return new Hash256(Arrays.copyOfRange(bytes, offset, offset + 32));
  }

  /** Reads 64 hex digits in display order, as explorers and RPC show a hash. */
  public static Hash256 fromDisplay(String hex) {
    return of(reversed(HexFormat.of().parseHex(hex)));
  }

  /** A copy of the 32 bytes in hashed order. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the 32 bytes to {@code out} at {@code offset}, in hashed order. */
  public void writeTo(byte[] out, int offset) {
    System.arraycopy(bytes, 0, out, offset, 32);
  }

  /** The hash as the little-endian unsigned number that is compared with a target. */
  public BigInteger value() {
    return new BigInteger(1, reversed(bytes));
  }

  /** The top 32 bits of {@link #value()}, unsigned. */
  public int topWord() {
    return (bytes[31] & 0xff) << 24
        | (bytes[30] & 0xff) << 16
        | (bytes[29] & 0xff) << 8
        | (bytes[28] & 0xff);
  }

  /** 64 lower-case hex digits, byte order reversed, as explorers and RPC show a hash. */
  public String display() {
    return HexFormat.of().formatHex(reversed(bytes));
  }

  /**
   * Any order that is always the same: byte by byte, in hashed order. It keeps hash tables fast
   * when somebody makes hashes up so that their hash codes collide.
   */
  @Override
  public int compareTo(Hash256 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash256 hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return display();
  }

  private static byte[] reversed(byte[] in) {
    byte[] out = new byte[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = in[in.length - 1 - i];
    }
    return out;
  }
}
