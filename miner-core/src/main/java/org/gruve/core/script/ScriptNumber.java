package org.gruve.core.script;

import java.util.Arrays;

/**
 * Numbers on the stack: little-endian, the sign in the highest bit, nothing for zero. Operands have
 * at most 4 bytes; results may be longer (Core: CScriptNum).
 */
final class ScriptNumber {
  /** Bytes of an operand, lock times apart. */
  static final int OPERAND = 4;

  /** Bytes of a lock time, which must reach beyond 2^31. */
  static final int LOCK_TIME = 5;

  private static final byte[][] SMALL = new byte[18][];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = encoded(i - 1);
    }
  }

  private ScriptNumber() {}

  /** Reads a number of at most {@code most} bytes. */
  static long decode(byte[] element, boolean minimal, int most) throws ScriptFailure {
    boolean fits = element.length <= most && (!minimal || isMinimal(element));
    ScriptFailure.unless(fits, ScriptError.SCRIPTNUM);
    if (element.length == 0) {
      return 0;
    }
    int last = element.length - 1;
    long value = element[last] & 0x7fL;
    for (int i = last - 1; i >= 0; i--) {
      value = value << 8 | (element[i] & 0xff);
    }
    return element[last] < 0 ? -value : value;
  }

  /** The shortest form of a number. Small ones are shared: elements are never written to. */
  static byte[] encode(long value) {
    return value >= -1 && value <= 16 ? SMALL[(int) value + 1] : encoded(value);
  }

  private static boolean isMinimal(byte[] element) {
    int size = element.length;
    if (size == 0 || (element[size - 1] & 0x7f) != 0) {
      return true;
    }
    // A last byte that holds only the sign is needed where the byte before is full.
    return size > 1 && element[size - 2] < 0;
  }

  private static byte[] encoded(long value) {
    byte[] out = new byte[9];
    int size = 0;
    for (long left = Math.abs(value); left != 0; left >>>= 8) {
      out[size++] = (byte) left;
    }
    if (size > 0 && out[size - 1] < 0) {
      size++;
    }
    if (value < 0) {
      out[size - 1] |= (byte) 0x80;
    }
    return Arrays.copyOf(out, size);
  }
}
