package org.gruve.kernels.x86;

import java.io.ByteArrayOutputStream;

/**
 * Encodes the few x86-64 instructions that kernels are made of (Intel SDM volume 2). Vector
 * registers are numbers, 0 to 15; vectors have 128 bits. The first operand is the destination.
 */
public final class Assembler {
  private static final int NO_PREFIX = 0;
  private static final int PREFIX_66 = 1;
  private static final int PREFIX_F3 = 2;
  private static final int MAP_0F = 1;
  private static final int MAP_0F38 = 2;
  private static final int MAP_0F3A = 3;
  private static final int REGISTER_MODE = 0b11_000_000;

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  /** The bytes so far. */
  public byte[] bytes() {
    return code.toByteArray();
  }

  /** A place to jump back to. */
  public int here() {
    return code.size();
  }

  /** From memory that need not be aligned. */
  public void load(int to, Memory from) {
    vex(PREFIX_F3, MAP_0F, 0x6f, to, 0, from);
  }

  /** To memory that need not be aligned. */
  public void store(Memory to, int from) {
    vex(PREFIX_F3, MAP_0F, 0x7f, from, 0, to);
  }

  public void move(int to, int from) {
    vex(PREFIX_66, MAP_0F, 0x6f, to, 0, from);
  }

  public void add(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0xfe, to, a, b);
  }

  public void add(int to, int a, Memory b) {
    vex(PREFIX_66, MAP_0F, 0xfe, to, a, b);
  }

  public void and(int to, int a, Memory b) {
    vex(PREFIX_66, MAP_0F, 0xdb, to, a, b);
  }

  public void or(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0xeb, to, a, b);
  }

  public void xor(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0xef, to, a, b);
  }

  /** All ones in each 32-bit lane where they are equal, else zero. */
  public void equal(int to, int a, Memory b) {
    vex(PREFIX_66, MAP_0F, 0x76, to, a, b);
  }

  /** Lane i of the result is lane (order >> 2i & 3). */
  public void shuffle(int to, int from, int order) {
    vex(PREFIX_66, MAP_0F, 0x70, to, 0, from);
    code.write(order);
  }

  /** Byte i of the result is the byte that byte i of {@code order} names. */
  public void shuffleBytes(int to, int from, Memory order) {
    vex(PREFIX_66, MAP_0F38, 0x00, to, from, order);
  }

  /** The lower lanes of both, in turns. */
  public void interleaveLow(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0x62, to, a, b);
  }

  /** The lower halves of both. */
  public void lowHalves(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0x6c, to, a, b);
  }

  /** The upper halves of both. */
  public void highHalves(int to, int a, int b) {
    vex(PREFIX_66, MAP_0F, 0x6d, to, a, b);
  }

  /** Four lanes of {@code high:low}, from the second lane of {@code low} on. */
  public void shiftLanes(int to, int high, int low) {
    vex(PREFIX_66, MAP_0F3A, 0x0f, to, high, low);
    code.write(4);
  }

  public void shiftLanes(int to, int high, Memory low) {
    vex(PREFIX_66, MAP_0F3A, 0x0f, to, high, low);
    code.write(4);
  }

  /** A vector with one lane from memory. */
  public void insert(int to, int a, Memory lane, int index) {
    vex(PREFIX_66, MAP_0F3A, 0x22, to, a, lane);
    code.write(index);
  }

  /** The topmost bits of the four lanes. */
  public void signs(Register to, int from) {
    vex(NO_PREFIX, MAP_0F, 0x50, to.number(), 0, from);
  }

  /** Two rounds of SHA-256; the sums of words and constants are in the lower half of vector 0. */
  public void sha256rnds2(int cdgh, int abef) {
    legacy(0xcb, cdgh, abef);
  }

  /** The next four words are in memory that is aligned to 16 bytes. */
  public void sha256msg1(int to, Memory next) {
    legacy(0xcc, to, next);
  }

  public void sha256msg2(int to, int last) {
    legacy(0xcd, to, last);
  }

  /** Without it, instructions without VEX would wait for upper halves that others left behind. */
  public void zeroUpper() {
    code.write(0xc5);
    code.write(0xf8);
    code.write(0x77);
  }

  public void add(Register to, int immediate) {
    code.write(to.number() < 8 ? 0x48 : 0x49);
    code.write(0x81);
    code.write(REGISTER_MODE | to.number() & 7);
    int32(immediate);
  }

  public void decrement(Register to) {
    code.write(to.number() < 8 ? 0x48 : 0x49);
    code.write(0xff);
    code.write(REGISTER_MODE | 1 << 3 | to.number() & 7);
  }

  /** Goes back while the last result was not zero. */
  public void loopWhileNotZero(int target) {
    code.write(0x0f);
    code.write(0x85);
    int32(target - (here() + 4));
  }

  public void end() {
    code.write(0xc3);
  }

  private void vex(int prefix, int map, int opcode, int reg, int second, int rm) {
    vexPrefix(prefix, map, reg, second, rm);
    code.write(opcode);
    code.write(REGISTER_MODE | (reg & 7) << 3 | rm & 7);
  }

  private void vex(int prefix, int map, int opcode, int reg, int second, Memory memory) {
    vexPrefix(prefix, map, reg, second, memory.base().number());
    code.write(opcode);
    operands(reg, memory);
  }

  /** The short form has no room for a map, nor for a high register in rm. */
  private void vexPrefix(int prefix, int map, int reg, int second, int rm) {
    int tail = (~second & 15) << 3 | prefix;
    if (map == MAP_0F && rm < 8) {
      code.write(0xc5);
      code.write((reg < 8 ? 0x80 : 0) | tail);
    } else {
      code.write(0xc4);
      code.write((reg < 8 ? 0x80 : 0) | 0x40 | (rm < 8 ? 0x20 : 0) | map);
      code.write(tail);
    }
  }

  private void legacy(int opcode, int reg, int rm) {
    rex(reg, rm);
    code.write(0x0f);
    code.write(0x38);
    code.write(opcode);
    code.write(REGISTER_MODE | (reg & 7) << 3 | rm & 7);
  }

  private void legacy(int opcode, int reg, Memory memory) {
    rex(reg, memory.base().number());
    code.write(0x0f);
    code.write(0x38);
    code.write(opcode);
    operands(reg, memory);
  }

  private void rex(int reg, int rm) {
    if (reg >= 8 || rm >= 8) {
      code.write(0x40 | (reg >= 8 ? 4 : 0) | (rm >= 8 ? 1 : 0));
    }
  }

  private void operands(int reg, Memory memory) {
    int displacement = memory.displacement();
    boolean small = displacement == (byte) displacement;
    code.write((small ? 0b01_000_000 : 0b10_000_000) | (reg & 7) << 3 | memory.base().number() & 7);
    if (small) {
      code.write(displacement);
    } else {
      int32(displacement);
    }
  }

  private void int32(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      code.write(value >>> shift);
    }
  }
}
