package org.gruve.core.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * The 80 bytes that are mined. Numbers are the header's unsigned 32-bit fields as {@code int};
 * bytes on the wire are little-endian.
 */
public record BlockHeader(
    int version, Hash256 prevHash, Hash256 merkleRoot, int time, int nbits, int nonce) {
  /** Length of a serialised header. */
  public static final int SIZE = 80;

  /** Reads the 80 bytes of {@code bytes} that start at {@code offset}. */
  public static BlockHeader parse(byte[] bytes, int offset) {
    if (offset < 0 || bytes.length - offset < SIZE) {
      throw new IllegalArgumentException(
          "a header has 80 bytes, but only " + (bytes.length - offset) + " are left");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new BlockHeader(
        in.getInt(offset),
        Hash256.of(bytes, offset + 4),
        Hash256.of(bytes, offset + 36),
        in.getInt(offset + 68),
        in.getInt(offset + 72),
        in.getInt(offset + 76));
  }

  /** Reads a whole array of exactly 80 bytes. */
  public static BlockHeader parse(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a header has 80 bytes, not " + bytes.length);
    }
    return parse(bytes, 0);
  }

  /** The 80 bytes. */
  public byte[] bytes() {
    byte[] out = new byte[SIZE];
    ByteBuffer buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0, version);
    prevHash.writeTo(out, 4);
    merkleRoot.writeTo(out, 36);
    buffer.putInt(68, time).putInt(72, nbits).putInt(76, nonce);
    return out;
  }

  /** The block hash, by the JDK's SHA-256. */
  public Hash256 hash() {
    return Sha256d.hash(bytes());
  }

  /** The same header with another nonce. */
  public BlockHeader withNonce(int other) {
    return new BlockHeader(version, prevHash, merkleRoot, time, nbits, other);
  }

  /** The same header with another merkle root. */
  public BlockHeader withMerkleRoot(Hash256 other) {
    return new BlockHeader(version, prevHash, other, time, nbits, nonce);
  }
}
