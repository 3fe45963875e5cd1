package org.gruve.core.block;

import java.security.MessageDigest;
import java.util.Arrays;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * A transaction's serialised form, where it lies in the bytes it was read from. The form without
 * witness is three pieces of it, so nothing is written again to be hashed. The fields are final, so
 * that threads may pass it on without a lock; nobody writes to the array.
 */
final class TransactionBytes {
  private static final int VERSION = 4;
  private static final int MARKER_AND_FLAG = 2;
  private static final int LOCK_TIME = 4;

  private final byte[] source;
  private final int start;
  private final int end;
  private final int bodyStart;
  private final int bodyEnd;

  private TransactionBytes(byte[] source, int start, int end, int bodyStart, int bodyEnd) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.bodyStart = bodyStart;
    this.bodyEnd = bodyEnd;
  }

  /** The form without witness, which fills its place in {@code source}. */
  static TransactionBytes plain(byte[] source, int start, int end) {
    return new TransactionBytes(source, start, end, start + VERSION, end - LOCK_TIME);
  }

  /** The form with witness; its outputs end at {@code bodyEnd}. */
  static TransactionBytes witness(byte[] source, int start, int end, int bodyEnd) {
    return new TransactionBytes(source, start, end, start + VERSION + MARKER_AND_FLAG, bodyEnd);
  }

  int size() {
    return end - start;
  }

  int strippedSize() {
    return VERSION + (bodyEnd - bodyStart) + LOCK_TIME;
  }

  byte[] whole() {
    return Arrays.copyOfRange(source, start, end);
  }

  byte[] stripped() {
    byte[] out = new byte[strippedSize()];
    System.arraycopy(source, start, out, 0, VERSION);
    System.arraycopy(source, bodyStart, out, VERSION, bodyEnd - bodyStart);
    System.arraycopy(source, end - LOCK_TIME, out, out.length - LOCK_TIME, LOCK_TIME);
    return out;
  }

  void writeWhole(ByteWriter out) {
    out.raw(source, start, size());
  }

  Hash256 hashOfWhole() {
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(source, start, size());
    return Sha256d.finish(sha256);
  }

  Hash256 hashOfStripped() {
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(source, start, VERSION);
    sha256.update(source, bodyStart, bodyEnd - bodyStart);
    sha256.update(source, end - LOCK_TIME, LOCK_TIME);
    return Sha256d.finish(sha256);
  }
}
