package org.gruve.kernels.x86;

import java.io.ByteArrayOutputStream;

/**
 * Puts bytes of instructions together (Intel SDM volume 2, chapter 2), and has the few scalar ones.
 */
public abstract sealed class Encoder permits Assembler, WideAssembler {
  static final int NO_PREFIX = 0;
  static final int PREFIX_66 = 1;
  static final int PREFIX_F3 = 2;
  static final int MAP_0F = 1;
  static final int MAP_0F38 = 2;
  static final int MAP_0F3A = 3;
  static final int REGISTER_MODE = 0b11_000_000;

  private static final int LOOP = 0x85;

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  Encoder() {}

  /** The bytes so far. */
  public final byte[] bytes() {
    return code.toByteArray();
  }

  /** A place to jump back to. */
  public final int here() {
    return code.size();
  }

  /** Without it, instructions without VEX would wait for upper halves that others left behind. */
  public final void zeroUpper() {
    put(0xc5, 0xf8, 0x77);
  }

  public final void add(Register to, int immediate) {
    put(to.number() < 8 ? 0x48 : 0x49, 0x81, registers(0, to.number()));
    int32(immediate);
  }

  public final void decrement(Register to) {
    put(to.number() < 8 ? 0x48 : 0x49, 0xff, registers(1, to.number()));
  }

  /** Goes back while the last result was not zero. */
  public final void loopWhileNotZero(int target) {
    put(0x0f, LOOP);
    int32(target - (here() + 4));
  }

  public final void end() {
    put(0xc3);
  }

  final void vex(int prefix, int map, int opcode, int reg, int second, int rm) {
    vexPrefix(prefix, map, reg, second, rm);
    put(opcode);
    put(registers(reg, rm));
  }

  final void vex(int prefix, int map, int opcode, int reg, int second, Memory memory) {
    vexPrefix(prefix, map, reg, second, memory.base().number());
    put(opcode);
    operands(reg, memory);
  }

  /** The short form has no room for a map, nor for a high register in rm. */
  private void vexPrefix(int prefix, int map, int reg, int second, int rm) {
    int tail = (~second & 15) << 3 | prefix;
    if (map == MAP_0F && rm < 8) {
      put(0xc5);
      put((reg < 8 ? 0x80 : 0) | tail);
    } else {
      put(0xc4);
      put((reg < 8 ? 0x80 : 0) | 0x40 | (rm < 8 ? 0x20 : 0) | map);
      put(tail);
    }
  }

  final void legacy(int opcode, int reg, int rm) {
    rex(reg, rm);
    put(0x0f, 0x38, opcode);
    put(registers(reg, rm));
  }

  final void legacy(int opcode, int reg, Memory memory) {
    rex(reg, memory.base().number());
    put(0x0f, 0x38, opcode);
    operands(reg, memory);
  }

  private void rex(int reg, int rm) {
    if (reg >= 8 || rm >= 8) {
      put(0x40 | (reg >= 8 ? 4 : 0) | (rm >= 8 ? 1 : 0));
    }
  }

  private void operands(int reg, Memory memory) {
    int displacement = memory.displacement();
    memoryOperand(reg, memory, displacement == (byte) displacement, displacement);
  }

  final void memoryOperand(int reg, Memory memory, boolean small, int displacement) {
    int mode = small ? 0b01_000_000 : 0b10_000_000;
    put(mode | (reg & 7) << 3 | (memory.base().number() & 7));
    if (small) {
      put(displacement);
    } else {
      int32(displacement);
    }
  }

  final void int32(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      put(value >>> shift);
    }
  }

  /** Values of which the lowest byte counts. */
  final void put(int... values) {
    for (int value : values) {
      code.write(value);
    }
  }

  static int registers(int reg, int rm) {
    return REGISTER_MODE | (reg & 7) << 3 | (rm & 7);
  }
}
