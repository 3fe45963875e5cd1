package org.gruve.practice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.gruve.core.hash.Bytes;

/**
 * Reads {@code magic | size | block} records one after the other, and stops at the first bad one.
 */
final class RecordReader {
  /** Bytes before a block: the network's magic, and the block's size, little-endian. */
  static final int PREFIX = 8;

  /** No block is longer: 4,000,000 units of weight, and no byte weighs less than one. */
  static final int MAX_BLOCK = 4_000_000;

  private final InputStream in;
  private final byte[] magic;

  /** Reads from a stream that somebody else closes. */
  RecordReader(InputStream in, byte[] magic) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.magic = magic.clone();
  }

  /** What comes next. */
  sealed interface Next {
    /** A whole record; what its block says was not looked at. */
    record Block(Bytes bytes) implements Next {}

    /** Bytes that are no whole record. */
    record Damaged(String reason) implements Next {}

    /** The file ended where a record ended. */
    record End() implements Next {}
  }

  Next next() throws IOException {
    byte[] prefix = in.readNBytes(PREFIX);
    if (prefix.length == 0) {
      return new Next.End();
    }
    if (prefix.length < PREFIX) {
      return new Next.Damaged("a record that ends after " + prefix.length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.mismatch(ByteBuffer.wrap(magic)) < magic.length) {
      return new Next.Damaged("magic " + HexFormat.of().formatHex(prefix, 0, 4));
    }
    int size = buffer.getInt(4);
    if (Integer.compareUnsigned(size, MAX_BLOCK) > 0) {
      return new Next.Damaged("a block of " + Integer.toUnsignedString(size) + " bytes");
    }
    byte[] block = in.readNBytes(size);
    return block.length == size
        ? new Next.Block(Bytes.of(block))
        : new Next.Damaged("a block cut off after " + block.length + " of " + size + " bytes");
  }
}
