package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gruve.kernels.generate.WideCode;
import org.gruve.kernels.header.TopWord;

/** What a {@link WideCode} reads and writes beside midstates, in the memory of one worker. */
final class WideContext {
  private static final int[] BIG_ENDIAN = {0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f};
  private static final int LINE = 64;

  private final MemorySegment memory;

  WideContext(Arena arena, WideCode code) {
    int[] constants = code.constants();
    memory = arena.allocate(WideCode.CONSTANTS + 4L * constants.length, LINE);
    for (int i = 0; i < constants.length; i++) {
      set(WideCode.CONSTANTS, i, constants[i]);
    }
    for (int lane = 0; lane < WideCode.LANES; lane++) {
      set(WideCode.STEP, lane, WideCode.LANES);
      set(WideCode.BYTE_ORDER, lane, BIG_ENDIAN[lane % 4]);
    }
  }

  MemorySegment memory() {
    return memory;
  }

  /** Sets the words that lanes have in common. */
  void common(int[] words) {
    MemorySegment.copy(words, 0, memory, JAVA_INT, 0, words.length);
  }

  void zeros(TopWord top) {
    set(WideCode.ZEROS, 0, top.zeros());
  }

  void countFrom(int nonce) {
    for (int lane = 0; lane < WideCode.LANES; lane++) {
      set(WideCode.COUNTER, lane, nonce + lane);
    }
  }

  private void set(int offset, int index, int word) {
    memory.set(JAVA_INT, offset + 4L * index, word);
  }
}
