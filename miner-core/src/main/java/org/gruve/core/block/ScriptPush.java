package org.gruve.core.block;

import org.gruve.core.hash.Bytes;

/** Pushes as Core's {@code CScript() << x} writes them: what coinbases are made of. */
public final class ScriptPush {
  private static final int OP_PUSHDATA1 = 0x4c;
  private static final int OP_PUSHDATA2 = 0x4d;
  private static final int OP_PUSHDATA4 = 0x4e;
  private static final int OP_1_LESS_1 = 0x50;

  private ScriptPush() {}

  /**
   * A number in its shortest form: OP_0, OP_1 to OP_16, else its little-endian bytes with a sign
   * bit. A coinbase begins with its height in this form (BIP34).
   */
  public static Bytes number(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("only numbers from 0 on are pushed here, not " + value);
    }
    if (value == 0) {
      return Bytes.of(new byte[1]);
    }
    return value <= 16 ? Bytes.of(new byte[] {(byte) (OP_1_LESS_1 + value)}) : data(signed(value));
  }

  /** Any bytes, after the shortest opcode for their length. */
  public static Bytes data(Bytes data) {
    ByteWriter out = new ByteWriter();
    int size = data.size();
    if (size < OP_PUSHDATA1) {
      out.uint8(size);
    } else if (size <= 0xff) {
      out.uint8(OP_PUSHDATA1).uint8(size);
    } else if (size <= 0xffff) {
      out.uint8(OP_PUSHDATA2).uint8(size).uint8(size >>> 8);
    } else {
      out.uint8(OP_PUSHDATA4).int32(size);
    }
    return Bytes.of(out.raw(data.toArray()).toArray());
  }

  /** The bytes of a positive number; the top bit is the sign and must stay clear. */
  private static Bytes signed(int value) {
    int size = (Integer.SIZE - Integer.numberOfLeadingZeros(value)) / 8 + 1;
    byte[] bytes = new byte[size];
    for (int i = 0; i < Math.min(size, Integer.BYTES); i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    return Bytes.of(bytes);
  }
}
