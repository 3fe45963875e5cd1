package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of a kernel's operands. Registers, special registers, and also immediate numbers and
 * addresses of variables have a place each, so that an instruction need not tell them apart.
 */
final class RegisterFile {
  /** No 32-bit value looks so, and a 64-bit one by a chance of two to the power of -64. */
  static final long UNWRITTEN = 0x8badf00d_5eed1e55L;

  /** The special registers, which take the first places. */
  static final List<String> SPECIAL =
      List.of(
          "%tid.x",
          "%tid.y",
          "%tid.z",
          "%ntid.x",
          "%ntid.y",
          "%ntid.z",
          "%ctaid.x",
          "%ctaid.y",
          "%ctaid.z",
          "%nctaid.x",
          "%nctaid.y",
          "%nctaid.z");

  private final List<String> names = new ArrayList<>(SPECIAL);
  private final List<Long> values = new ArrayList<>();
  private final Map<Long, Integer> constants = new HashMap<>();

  RegisterFile() {
    SPECIAL.forEach(name -> values.add(UNWRITTEN));
  }

  int register(String name) {
    return place(name, UNWRITTEN);
  }

  int constant(long value) {
    return constants.computeIfAbsent(value, v -> place("the number " + v, v));
  }

  private int place(String name, long value) {
    names.add(name);
    values.add(value);
    return names.size() - 1;
  }

  String name(int place) {
    return names.get(place);
  }

  /** What a thread's places hold when it starts. */
  long[] atStart() {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
