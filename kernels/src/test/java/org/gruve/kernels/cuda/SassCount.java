package org.gruve.kernels.cuda;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many instructions of each kind a stretch of machine code has; padding is not counted. */
record SassCount(Map<SassOpcode, Integer> instructions) {
  static SassCount of(List<Integer> opcodes) {
    Map<SassOpcode, Integer> counts = new EnumMap<>(SassOpcode.class);
    for (int opcode : opcodes) {
      counts.merge(SassOpcode.of(opcode), 1, Integer::sum);
    }
    counts.remove(SassOpcode.NOP);
    return new SassCount(counts);
  }

  int total() {
    return instructions.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Instructions for a pipe. */
  int of(SassOpcode.Pipe pipe) {
    return instructions.entrySet().stream()
        .filter(count -> count.getKey().pipe() == pipe)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Issues that a pipe needs for them: products of 64 bits take two. */
  int slots(SassOpcode.Pipe pipe) {
    return instructions.entrySet().stream()
        .filter(count -> count.getKey().pipe() == pipe)
        .mapToInt(count -> count.getValue() * count.getKey().slots())
        .sum();
  }

  @Override
  public String toString() {
    return "%d instructions, ALU %d, FMA %d (%d issues), %s"
        .formatted(
            total(),
            of(SassOpcode.Pipe.ALU),
            of(SassOpcode.Pipe.FMA),
            slots(SassOpcode.Pipe.FMA),
            instructions);
  }
}
