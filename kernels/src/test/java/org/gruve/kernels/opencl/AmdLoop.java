package org.gruve.kernels.opencl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The longest innermost loop of a kernel in AMD's assembler text: what it does for each hash. */
record AmdLoop(List<String> operations) {
  private static final Pattern LABEL = Pattern.compile("(\\.\\w+):.*");
  private static final Pattern INSTRUCTION = Pattern.compile("\\s+([a-z]\\w+)\\s*([^;]*)(;.*)?");

  /** That of a kernel by name. */
  static AmdLoop of(String text, String kernel) {
    List<String> operations = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    Map<String, Integer> labels = new HashMap<>();
    int start = text.indexOf("\n" + kernel + ":");
    for (String line : text.substring(start, text.indexOf(".Lfunc_end", start)).split("\n")) {
      Matcher label = LABEL.matcher(line);
      Matcher instruction = INSTRUCTION.matcher(line);
      if (label.matches()) {
        labels.put(label.group(1), operations.size());
      } else if (instruction.matches()) {
        operations.add(instruction.group(1));
        targets.add(instruction.group(2).strip());
      }
    }
    return new AmdLoop(longest(operations, loops(operations, targets, labels)));
  }

  private static List<Loop> loops(
      List<String> operations, List<String> targets, Map<String, Integer> labels) {
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      boolean branch = operations.get(i).matches("s_c?branch.*");
      Integer to = branch ? labels.get(targets.get(i)) : null;
      if (to != null && to <= i) {
        loops.add(new Loop(to, i));
      }
    }
    return loops;
  }

  private static List<String> longest(List<String> operations, List<Loop> loops) {
    Loop longest =
        loops.stream()
            .filter(loop -> loops.stream().noneMatch(loop::contains))
            .max(Comparator.comparing(loop -> loop.last() - loop.first()))
            .orElseThrow();
    return List.copyOf(operations.subList(longest.first(), longest.last() + 1));
  }

  long vectorOperations() {
    return operations.stream().filter(name -> name.startsWith("v_")).count();
  }

  boolean touchesScratch() {
    return operations.stream().anyMatch(name -> name.startsWith("scratch_"));
  }

  private record Loop(int first, int last) {
    boolean contains(Loop other) {
      return !equals(other) && first <= other.first && other.last <= last;
    }
  }
}
