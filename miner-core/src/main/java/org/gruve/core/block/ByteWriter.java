package org.gruve.core.block;

import java.io.ByteArrayOutputStream;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Writes the wire format of blocks and transactions; the other half of {@link ByteReader}. */
public final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /** One byte, the low eight bits. */
  public ByteWriter uint8(int value) {
    out.write(value);
    return this;
  }

  /** Four bytes, little-endian. */
  public ByteWriter int32(int value) {
    return littleEndian(value, 4);
  }

  /** Eight bytes, little-endian. */
  public ByteWriter int64(long value) {
    return littleEndian(value, 8);
  }

  /** Thirty-two bytes. */
  public ByteWriter hash(Hash256 hash) {
    return raw(hash.bytes());
  }

  /** The bytes as they are, without their length. */
  public ByteWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** A part of an array. */
  ByteWriter raw(byte[] bytes, int offset, int size) {
    out.write(bytes, offset, size);
    return this;
  }

  /** Their length, then the bytes. */
  public ByteWriter bytes(Bytes bytes) {
    return compactSize(bytes.size()).raw(bytes.toArray());
  }

  /** A length or count in its shortest form (Core: WriteCompactSize). */
  public ByteWriter compactSize(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not below 0, as " + size);
    }
    if (size < 0xfd) {
      return uint8(size);
    }
    return size <= 0xffff ? uint8(0xfd).littleEndian(size, 2) : uint8(0xfe).int32(size);
  }

  /** How many bytes were written. */
  int size() {
    return out.size();
  }

  /** All that was written. */
  public byte[] toArray() {
    return out.toByteArray();
  }

  private ByteWriter littleEndian(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }
}
