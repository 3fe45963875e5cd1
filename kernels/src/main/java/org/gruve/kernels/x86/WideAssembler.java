package org.gruve.kernels.x86;

/**
 * The instructions that kernels with vectors of 512 bits are made of: AVX-512 F and BW. Vector
 * registers are numbers, 0 to 31. The first operand is the destination; a last operand in memory is
 * 64 bytes, or, where it says so, one word for all lanes.
 */
public final class WideAssembler extends Encoder {
  private static final int WHOLE = 64;
  private static final int WORD = 4;

  public void load(int to, Memory from) {
    evex(PREFIX_F3, MAP_0F, 0x6f, to, 0, from, WHOLE);
  }

  public void store(Memory to, int from) {
    evex(PREFIX_F3, MAP_0F, 0x7f, from, 0, to, WHOLE);
  }

  public void move(int to, int from) {
    evex(PREFIX_66, MAP_0F, 0x6f, to, 0, from);
  }

  /** One word from memory to all lanes. */
  public void broadcast(int to, Memory word) {
    evexPrefix(PREFIX_66, MAP_0F38, to, 0, word.base().number(), false);
    put(0x58);
    operands(to, word, WORD);
  }

  public void add(int to, int a, int b) {
    evex(PREFIX_66, MAP_0F, 0xfe, to, a, b);
  }

  public void add(int to, int a, Memory b) {
    evex(PREFIX_66, MAP_0F, 0xfe, to, a, b, WHOLE);
  }

  /** Adds one word to all lanes. */
  public void addWord(int to, int a, Memory word) {
    evex(PREFIX_66, MAP_0F, 0xfe, to, a, word, WORD);
  }

  public void rotateRight(int to, int from, int by) {
    evex(PREFIX_66, MAP_0F, 0x72, 0, to, from);
    put(by);
  }

  public void shiftRight(int to, int from, int by) {
    evex(PREFIX_66, MAP_0F, 0x72, 2, to, from);
    put(by);
  }

  /** Bit by bit, the bit of {@code table} whose number is 4a + 2b + c, where a is what is in to. */
  public void ternary(int toAndA, int b, int c, int table) {
    evex(PREFIX_66, MAP_0F3A, 0x25, toAndA, b, c);
    put(table);
  }

  /** Byte i of each 16 is the byte that byte i of {@code order} names. */
  public void shuffleBytes(int to, int from, Memory order) {
    evex(PREFIX_66, MAP_0F38, 0x00, to, from, order, WHOLE);
  }

  /** Puts a bit for each lane that has no bit in common with a word into EAX. */
  public void lanesWithout(int lanes, Memory word) {
    evex(PREFIX_F3, MAP_0F38, 0x27, 1, lanes, word, WORD);
    put(0xc5, 0xf8, 0x93, 0xc1); // kmovw eax, k1
  }

  /** R8D = 0. */
  public void clearR8() {
    put(0x45, 0x31, 0xc0);
  }

  /** R8D |= EAX. */
  public void orIntoR8() {
    put(0x41, 0x09, 0xc0);
  }

  /** EAX = R8D. */
  public void moveFromR8() {
    put(0x44, 0x89, 0xc0);
  }

  private void evex(int prefix, int map, int opcode, int reg, int second, int rm) {
    evexPrefix(prefix, map, reg, second, rm, false);
    put(opcode, registers(reg, rm));
  }

  private void evex(int prefix, int map, int opcode, int reg, int second, Memory memory, int size) {
    evexPrefix(prefix, map, reg, second, memory.base().number(), size == WORD);
    put(opcode);
    operands(reg, memory, size);
  }

  /** Four bytes, in which the high bits of register numbers stand inverted. */
  private void evexPrefix(int prefix, int map, int reg, int second, int rm, boolean broadcasts) {
    int high =
        (bit(reg, 3) ? 0 : 0x80)
            | (bit(rm, 4) ? 0 : 0x40)
            | (bit(rm, 3) ? 0 : 0x20)
            | (bit(reg, 4) ? 0 : 0x10);
    int wide = 0b10 << 5;
    put(
        0x62,
        high | map,
        (~second & 15) << 3 | 0b100 | prefix,
        wide | (broadcasts ? 0x10 : 0) | (bit(second, 4) ? 0 : 0x08));
  }

  /** A displacement of one byte counts in units of the operand. */
  private void operands(int reg, Memory memory, int size) {
    int units = memory.displacement() / size;
    boolean small = memory.displacement() % size == 0 && units == (byte) units;
    memoryOperand(reg, memory, small, small ? units : memory.displacement());
  }

  private static boolean bit(int number, int index) {
    return (number >> index & 1) != 0;
  }
}
