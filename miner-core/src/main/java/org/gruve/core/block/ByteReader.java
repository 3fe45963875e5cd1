package org.gruve.core.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * Reads the wire format of blocks and transactions. Every read first makes sure that the bytes are
 * there, so that no length or count, however large, costs more than the bytes that were given; what
 * is amiss is a {@link FormatException}.
 */
public final class ByteReader {
  /** The largest size or count that the format allows (Core: MAX_SIZE). */
  public static final int MAX_SIZE = 0x0200_0000;

  private final byte[] bytes;
  private final ByteBuffer in;

  /** Reads from the first byte on; the array is not copied and must not change. */
  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One transaction, with or without witness. */
  public Transaction transaction() {
    return TransactionFormat.read(this);
  }

  /** What it reads from. */
  byte[] source() {
    return bytes;
  }

  /** How many bytes have been read. */
  public int position() {
    return in.position();
  }

  /** How many bytes are left. */
  public int remaining() {
    return in.remaining();
  }

  /** One byte, 0 to 255. */
  public int uint8() {
    need(1);
    return in.get() & 0xff;
  }

  /** Four bytes, little-endian. */
  public int int32() {
    need(4);
    return in.getInt();
  }

  /** Eight bytes, little-endian. */
  public long int64() {
    need(8);
    return in.getLong();
  }

  /** Thirty-two bytes. */
  public Hash256 hash() {
    int start = skip(32);
    return Hash256.of(bytes, start);
  }

  /** The 80 bytes of a header. */
  public BlockHeader header() {
    int start = skip(BlockHeader.SIZE);
    return BlockHeader.parse(bytes, start);
  }

  /** A length, then so many bytes. */
  public Bytes bytes() {
    return bytes(compactSize());
  }

  /** So many bytes. */
  public Bytes bytes(int size) {
    int start = skip(size);
    return Bytes.of(bytes, start, size);
  }

  /** A length or count in its shortest form, at most 0x02000000 (Core: ReadCompactSize). */
  public int compactSize() {
    int start = position();
    int first = uint8();
    long size =
        switch (first) {
          case 0xfd -> atLeast(0xfd, uint16(), start);
          case 0xfe -> atLeast(0x1_0000, Integer.toUnsignedLong(int32()), start);
          case 0xff -> atLeast(0x1_0000_0000L, int64(), start);
          default -> first;
        };
    if (Long.compareUnsigned(size, MAX_SIZE) > 0) {
      throw new FormatException("a size beyond " + MAX_SIZE, start);
    }
    return (int) size;
  }

  /**
   * A count of things that take at least {@code leastSize} bytes each; refused when more are
   * announced than the bytes that are left can hold.
   */
  public int count(int leastSize) {
    int start = position();
    int count = compactSize();
    if (count > remaining() / leastSize) {
      throw new FormatException("cut short: more is announced than the bytes can hold", start);
    }
    return count;
  }

  /** Refuses what follows the end of a whole thing. */
  public void end() {
    if (in.hasRemaining()) {
      throw new FormatException(remaining() + " bytes too many", position());
    }
  }

  private long uint16() {
    need(2);
    return in.getShort() & 0xffff;
  }

  private static long atLeast(long least, long size, int start) {
    if (Long.compareUnsigned(size, least) < 0) {
      throw new FormatException("a size that is not in its shortest form", start);
    }
    return size;
  }

  private int skip(int size) {
    need(size);
    int start = in.position();
    in.position(start + size);
    return start;
  }

  private void need(int size) {
    if (in.remaining() < size) {
      throw new FormatException(
          "cut short: " + size + " bytes are needed and " + in.remaining() + " are left",
          in.position());
    }
  }
}
