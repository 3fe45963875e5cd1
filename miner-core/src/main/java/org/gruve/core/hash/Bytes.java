package org.gruve.core.hash;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A run of bytes that does not change: coinbase parts, extranonces, scripts. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies bytes. */
  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** Copies {@code size} bytes from {@code offset} on. */
  public static Bytes of(byte[] bytes, int offset, int size) {
    Objects.checkFromIndexSize(offset, size, bytes.length);
    return size == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, offset, offset + size));
  }

  /**
   * Reads hex digits of either case; IllegalArgumentException where they are none or odd in number.
   */
  public static Bytes ofHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /** How many. */
  public int size() {
    return bytes.length;
  }

  /** Byte {@code index}, 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xff;
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** Writes all of them to {@code out} at {@code offset}. */
  public void writeTo(byte[] out, int offset) {
    System.arraycopy(bytes, 0, out, offset, bytes.length);
  }

  /** Whether the first of these bytes are those of {@code prefix}. */
  public boolean startsWith(Bytes prefix) {
    return prefix.size() <= size()
        && Arrays.equals(bytes, 0, prefix.size(), prefix.bytes, 0, prefix.size());
  }

  /** These bytes, then the other's. */
  public Bytes then(Bytes other) {
    byte[] joined = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
    System.arraycopy(other.bytes, 0, joined, bytes.length, other.bytes.length);
    return new Bytes(joined);
  }

  /** Lower-case hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
