package org.gruve.kernels.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The machine code of a kernel, since Volta 16 bytes an instruction, opcode in the low 12 bits. */
record SassCode(List<Integer> opcodes, List<Loop> loops) {
  private static final int INSTRUCTION = 16;
  private static final int HOPPER = 90;

  static SassCode read(ByteBuffer code, int architecture) {
    List<Integer> opcodes = new ArrayList<>();
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < code.capacity() / INSTRUCTION; i++) {
      long low = code.getLong(i * INSTRUCTION);
      opcodes.add((int) low & 0xfff);
      if (SassOpcode.of((int) low & 0xfff) == SassOpcode.BRA) {
        int target = i + 1 + distance(low, code.getLong(i * INSTRUCTION + 8), architecture);
        // One that leads to itself is the trap behind the last instruction.
        if (target >= 0 && target < i) {
          loops.add(new Loop(target, i));
        }
      }
    }
    return new SassCode(List.copyOf(opcodes), List.copyOf(loops));
  }

  /** Of a branch, in instructions: a number of words that Hopper lengthened at its low end. */
  private static int distance(long low, long high, int architecture) {
    long words = (low >>> 34 | (high & 0x3ffff) << 30) << 16 >> 16;
    long lengthened = architecture < HOPPER ? words : words << 8 | low >> 16 & 0xff;
    return Math.toIntExact(lengthened * 4 / INSTRUCTION);
  }

  SassCount count() {
    return SassCount.of(opcodes);
  }

  SassCount count(Loop loop) {
    return SassCount.of(opcodes.subList(loop.first(), loop.last() + 1));
  }

  /** The longest loop without another loop in it, where a kernel spends its time. */
  Optional<Loop> longestInnermostLoop() {
    return loops.stream()
        .filter(loop -> loops.stream().noneMatch(loop::encloses))
        .max(Comparator.comparingInt(Loop::length));
  }

  /** A backward branch and what lies between it and its target, both counted. */
  record Loop(int first, int last) {
    int length() {
      return last - first + 1;
    }

    boolean encloses(Loop other) {
      return !other.equals(this) && first <= other.first && other.last <= last;
    }
  }
}
