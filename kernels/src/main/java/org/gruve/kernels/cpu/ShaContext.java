package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gruve.core.hash.Sha256;
import org.gruve.kernels.header.TopWord;

/** What {@link ShaCode} reads and writes beside states: offsets in bytes, rows of four words. */
final class ShaContext {
  static final int SUMS = 0; // 16 rows: word + constant of the first hash
  static final int LATE_SUMS_OF_FIRST = 64; // those of rounds 16 to 63
  static final int CONSTANTS = 256; // 16 rows
  static final int START = 512; // the initial state as A B E F, C D G H from the top
  static final int LATE_SUMS = 544; // word + constant of the second hash, rounds 8 to 15
  static final int PADDING_256 = 576; // four rows, two of them used
  static final int PADDING_640 = 640; // four rows, three of them used
  static final int START_OF_LAST = 704;
  static final int ZEROS = 720;
  static final int NOTHING = 736;
  static final int NONCE = 752;
  static final int TAIL = 768;
  static final int COUNTER = 784;
  static final int BYTE_ORDER = 800;
  static final int STEP = 816;
  static final int LANES_1_3 = 832;
  static final int ROWS = 848; // 16 rows for each stream

  /** Bytes of a state: after round 3, and the midstate. */
  static final int STATE = 64;

  private static final int SIZE = ROWS + 256 * ShaCode.STREAMS;

  private ShaContext() {}

  static MemorySegment in(Arena arena) {
    MemorySegment context = arena.allocate(SIZE, 64);
    int[] iv = Sha256.initialState();
    for (int t = 0; t < 64; t++) {
      set(context, CONSTANTS, t, Sha256.k(t));
    }
    row(context, START, iv[5], iv[4], iv[1], iv[0]);
    row(context, START + 16, iv[7], iv[6], iv[3], iv[2]);
    row(context, PADDING_256 + 32, 1 << 31, 0, 0, 0);
    row(context, PADDING_256 + 48, 0, 0, 0, 256);
    row(context, PADDING_640 + 16, 1 << 31, 0, 0, 0);
    row(context, PADDING_640 + 48, 0, 0, 0, 640);
    for (int t = 4; t < 16; t++) {
      set(context, SUMS, t, Sha256.k(t) + context.get(JAVA_INT, PADDING_640 + 4 * t));
    }
    for (int i = 0; i < 8; i++) {
      int word = context.get(JAVA_INT, PADDING_256 + 32 + 4 * i);
      set(context, LATE_SUMS, i, word + Sha256.k(8 + i));
    }
    row(context, START_OF_LAST, iv[7], iv[7], iv[7], iv[7]);
    row(context, BYTE_ORDER, 0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f);
    row(context, STEP, 4, 4, 4, 4);
    row(context, LANES_1_3, 0, -1, 0, -1);
    return context;
  }

  /** The bits that the test of last words wants to be 0. */
  static void zeros(MemorySegment context, TopWord top) {
    row(context, ZEROS, top.zeros(), top.zeros(), top.zeros(), top.zeros());
  }

  static void set(MemorySegment context, int offset, int index, int word) {
    context.set(JAVA_INT, offset + 4L * index, word);
  }

  static void row(MemorySegment context, int offset, int w0, int w1, int w2, int w3) {
    set(context, offset, 0, w0);
    set(context, offset, 1, w1);
    set(context, offset, 2, w2);
    set(context, offset, 3, w3);
  }
}
