package org.gruve.kernels.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter, a constant, or a global or shared variable, at its address in its space. */
record PtxVariable(String name, Space space, long address, int size, int unit, List<Long> initial) {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:\\.(?:visible|extern|weak)\\s+)*\\.(param|const|global|shared)\\s+"
              + "(?:\\.align\\s+\\d+\\s+)?\\.[bus](8|16|32|64)\\s+"
              + "(?:\\.ptr\\s+(?:\\.(?:const|global|shared)\\s+)?(?:\\.align\\s+\\d+\\s+)?)?"
              + "([\\w$]+)\\s*((?:\\[\\d*\\]\\s*)*)(?:=\\s*\\{?([^{}]*)\\}?)?");

  static boolean declares(String text) {
    return DECLARATION.matcher(text).matches();
  }

  /** What a declaration declares, behind the variables that its space has already. */
  static PtxVariable declared(PtxStatement statement, List<PtxVariable> before) {
    Matcher parts = DECLARATION.matcher(statement.text());
    if (!parts.matches()) {
      throw statement.fault("no declaration that the interpreter knows");
    }
    Space space = Space.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    int unit = Integer.parseInt(parts.group(2)) / 8;
    List<Long> initial = parts.group(5) == null ? List.of() : numbers(parts.group(5));
    return new PtxVariable(
        parts.group(3), space, next(space, before), unit * count(parts.group(4)), unit, initial);
  }

  private static int count(String dimensions) {
    return Arrays.stream(dimensions.split("[\\[\\]\\s]+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .reduce(dimensions.contains("[]") ? 0 : 1, Math::multiplyExact);
  }

  private static List<Long> numbers(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).map(PtxNumber::parse).toList();
  }

  private static long next(Space space, List<PtxVariable> before) {
    List<PtxVariable> neighbours = before.stream().filter(v -> v.space == space).toList();
    return neighbours.isEmpty()
        ? space.start()
        : DeviceMemory.nextAfter(neighbours.getLast().address, neighbours.getLast().size);
  }

  /** Declared without a size, it gets its size from the launch. */
  boolean dynamic() {
    return size == 0;
  }

  /** Its bytes before the first launch: what is not given is zero. */
  byte[] content() {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < initial.size(); i++) {
      for (int b = 0; b < unit; b++) {
        bytes.put(i * unit + b, (byte) (initial.get(i) >>> 8 * b));
      }
    }
    return bytes.array();
  }
}
