package org.gruve.core.script;

import java.util.Arrays;

/** Reads a script operation by operation (Core: GetScriptOp). */
public final class ScriptReader {
  /** No operation: before the first one, and where one could not be read. */
  static final int INVALID = 0xff;

  private final byte[] script;
  private int position;
  private int opcode = INVALID;
  private int start;
  private int size;

  /** Reads from the first byte on; the array is not copied. */
  public ScriptReader(byte[] script) {
    this.script = script;
  }

  boolean atEnd() {
    return position >= script.length;
  }

  /** Reads one operation; false at the end, or where a push is cut short. */
  public boolean next() {
    opcode = INVALID;
    start = position;
    size = 0;
    if (atEnd()) {
      return false;
    }
    int read = script[position++] & 0xff;
    if (read <= Op.OP_PUSHDATA4 && !readPush(read)) {
      return false;
    }
    opcode = read;
    return true;
  }

  /** What was read; {@link #INVALID} after {@link #next} was false. */
  public int opcode() {
    return opcode;
  }

  /** Where the next operation begins; after a push that was cut short, where its data would. */
  int position() {
    return position;
  }

  /** Goes on so many bytes later. */
  void skip(int bytes) {
    position += bytes;
  }

  /** How many bytes it pushes; 0 where it does not push. */
  int pushSize() {
    return size;
  }

  /** A copy of what it pushes. */
  public byte[] push() {
    return size == 0 ? ScriptStack.FALSE : Arrays.copyOfRange(script, start, start + size);
  }

  /** Whether there was no shorter way to push it (Core: CheckMinimalPush). */
  boolean isMinimalPush() {
    if (size == 1 && isSmallNumber(script[start])) {
      return false;
    }
    if (size < Op.OP_PUSHDATA1) {
      return opcode == size;
    }
    if (size <= 0xff) {
      return opcode == Op.OP_PUSHDATA1;
    }
    return size > 0xffff || opcode == Op.OP_PUSHDATA2;
  }

  private static boolean isSmallNumber(byte value) {
    return (value >= 1 && value <= 16) || value == (byte) 0x81;
  }

  private boolean readPush(int code) {
    int lengthBytes = code < Op.OP_PUSHDATA1 ? 0 : 1 << (code - Op.OP_PUSHDATA1);
    if (script.length - position < lengthBytes) {
      return false;
    }
    long length = lengthBytes == 0 ? code : littleEndian(lengthBytes);
    position += lengthBytes;
    if (script.length - position < length) {
      return false;
    }
    start = position;
    size = (int) length;
    position += size;
    return true;
  }

  private long littleEndian(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (script[position + i] & 0xffL) << (8 * i);
    }
    return value;
  }
}
