package org.gruve.kernels.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instructions that turn a whole number into one of another width, and pointers. */
final class Conversions {
  private static final List<Integer> SOURCES = List.of(8, 16, 32, 64);
  private static final List<Integer> RESULTS = List.of(16, 32, 64);

  private Conversions() {}

  static Map<String, Opcode> names() {
    Map<String, Opcode> all = new HashMap<>();
    for (int from : SOURCES) {
      for (int to : RESULTS) {
        for (char type : "us".toCharArray()) {
          all.put("cvt." + type + to + ".u" + from, cut(from, to));
          all.put("cvt." + type + to + ".s" + from, extended(from, to));
        }
      }
    }
    // Generic pointers and those into global memory are the same here.
    for (String name : List.of("cvta.to.global.u64", "cvta.global.u64")) {
      all.put(name, new Opcode(1, 64, 0, 64, (a, b, c) -> a));
    }
    return all;
  }

  private static Opcode cut(int from, int to) {
    long mask = Opcode.mask(from);
    return new Opcode(1, from, 0, to, (a, b, c) -> a & mask);
  }

  private static Opcode extended(int from, int to) {
    return new Opcode(1, from, 0, to, (a, b, c) -> Opcodes.signed(a, from));
  }
}
