package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source of a class that computes a program for one group of lanes, cut into methods. */
final class RoundsSource {
  private final Program program;
  private final LaneType lanes;
  private final Notation notation;
  private final Sections sections;
  private final List<Section> methods;

  RoundsSource(Program program, LaneType lanes, int roundsPerMethod) {
    this.program = program;
    this.lanes = lanes;
    notation = lanes.notation(this::read);
    sections = new Sections(program, roundsPerMethod);
    methods = sections.all();
  }

  String text(String className) {
    return """
    package org.gruve.kernels.cpu;

    %s
    /**
     * Double SHA-256 of %s; see HeaderHash among the test sources, from which it is generated.
     */
    @Generated("org.gruve.kernels.generate.KernelGenerator")
    final class %s implements LaneRounds {
    %s
      @Override
      public int lanes() {
        return %d;
      }

      @Override
      public int slots() {
        return %d;
      }

      @Override
      public long scan(int[] u, int[] x, int first, int zeros) {
    %s
      }

    %s}
    """
        .formatted(
            lanes.imports(),
            lanes.summary(),
            className,
            lanes.fields(),
            lanes.count(),
            sections.slotCount(),
            calls(),
            bodies());
  }

  private String calls() {
    int last = methods.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(i -> "    " + (i == last ? "return " : "") + "section" + i + arguments(i) + ";")
        .collect(Collectors.joining("\n"));
  }

  private String arguments(int i) {
    return i == 0 ? "(u, x, first)" : i == methods.size() - 1 ? "(u, x, zeros)" : "(u, x)";
  }

  private String bodies() {
    return IntStream.range(0, methods.size())
        .mapToObj(this::method)
        .collect(Collectors.joining("\n"));
  }

  private String method(int i) {
    boolean last = i == methods.size() - 1;
    String parameters = i == 0 ? ", int first" : last ? ", int zeros" : "";
    List<String> lines = new ArrayList<>();
    if (i == 0) {
      lines.add(lanes.type() + " nonce = " + lanes.nonces() + ";");
    }
    Section section = methods.get(i);
    section.loads().forEach(load -> lines.add(lanes.load(load)));
    section.lets().forEach(let -> lines.add(notation.define(let)));
    section.stores().forEach(store -> lines.add(lanes.store(store)));
    if (last) {
      lines.add(lanes.store(new Section.Slot(program.result(), 0)));
      lines.add("return " + lanes.test(program.result()) + ";");
    }
    return "  private static %s section%d(int[] u, int[] x%s) {\n%s  }\n"
        .formatted(
            last ? "long" : "void",
            i,
            parameters,
            lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining()));
  }

  private String read(Word.Name name) {
    int uniform = program.exports().indexOf(name);
    return uniform < 0 ? name.text() : "u[" + uniform + "]";
  }
}
