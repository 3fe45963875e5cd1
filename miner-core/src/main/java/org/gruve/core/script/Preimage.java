package org.gruve.core.script;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/**
 * Writes the fields of what is going to be hashed into an array of known size: there are several
 * for each signature, so they cost no more than their bytes.
 */
final class Preimage {
  /** Bytes of a prevout. */
  static final int PREVOUT = 36;

  private final byte[] bytes;
  private final ByteBuffer out;

  /** Room for so many bytes at most. */
  Preimage(int most) {
    bytes = new byte[most];
    out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes {@link #compactSize} takes. */
  static int sizeOfSize(int size) {
    return size < 0xfd ? 1 : size <= 0xffff ? 3 : 5;
  }

  /** How many bytes {@link #output} takes. */
  static int sizeOf(TxOut output) {
    return Long.BYTES + sizeOf(output.script());
  }

  /** How many bytes {@link #bytes} takes. */
  static int sizeOf(Bytes bytes) {
    return sizeOfSize(bytes.size()) + bytes.size();
  }

  Preimage int8(int value) {
    out.put((byte) value);
    return this;
  }

  Preimage int32(int value) {
    out.putInt(value);
    return this;
  }

  Preimage int64(long value) {
    out.putLong(value);
    return this;
  }

  /** The bytes as they are. */
  Preimage raw(byte[] raw) {
    out.put(raw);
    return this;
  }

  /** A length or count in its shortest form. */
  Preimage compactSize(int size) {
    if (size < 0xfd) {
      return int8(size);
    }
    out.put((byte) (size <= 0xffff ? 0xfd : 0xfe));
    if (size <= 0xffff) {
      out.putShort((short) size);
    } else {
      out.putInt(size);
    }
    return this;
  }

  /** The bytes after their length. */
  Preimage bytes(Bytes some) {
    compactSize(some.size());
    some.writeTo(bytes, out.position());
    out.position(out.position() + some.size());
    return this;
  }

  Preimage prevout(TxIn input) {
    input.prevout().txid().writeTo(bytes, out.position());
    out.position(out.position() + PREVOUT - Integer.BYTES);
    return int32(input.prevout().index());
  }

  Preimage output(TxOut output) {
    return int64(output.value()).bytes(output.script());
  }

  int size() {
    return out.position();
  }

  /** What was written; the array itself where it is full. */
  byte[] toArray() {
    return out.hasRemaining() ? Arrays.copyOf(bytes, out.position()) : bytes;
  }
}
