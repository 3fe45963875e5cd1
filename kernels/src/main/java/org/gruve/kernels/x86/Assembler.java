package org.gruve.kernels.x86;

/**
 * The instructions that kernels with vectors of 128 bits are made of (Intel SDM volume 2). Vector
 * registers are numbers, 0 to 15. The first operand is the destination.
 */
public final class Assembler extends Encoder {
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
    put(order);
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
  public void shiftLanes(int to, int high, Memory low) {
    vex(PREFIX_66, MAP_0F3A, 0x0f, to, high, low);
    put(4);
  }

  /** A vector with one lane from memory. */
  public void insert(int to, int a, Memory lane, int index) {
    vex(PREFIX_66, MAP_0F3A, 0x22, to, a, lane);
    put(index);
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
}
