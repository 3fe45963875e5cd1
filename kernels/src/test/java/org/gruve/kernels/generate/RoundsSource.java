package org.gruve.kernels.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source of a class that computes a program for one group of lanes, cut into methods. */
final class RoundsSource {
  private final Layout layout;
  private final LaneType lanes;
  private final Notation notation;
  private final Sections sections;
  private final List<Section> methods;
  private final List<Word.Name> common;
  private final List<Word.Name> midstates;

  RoundsSource(Layout layout, LaneType lanes, int roundsPerMethod) {
    this.layout = layout;
    this.lanes = lanes;
    Program program = layout.program();
    common = program.readByLanes(Stage::isScalar);
    midstates = program.readByLanes(Stage.MIDSTATE::equals);
    notation = lanes.notation(this::read);
    sections = new Sections(program, roundsPerMethod);
    methods = sections.all();
  }

  String text(String className) {
    return """
    package org.gruve.kernels.cpu;

    %s
    /**
     * Double SHA-256 of %s; see HeaderHash, from which it is generated.
     */
    @Generated("org.gruve.kernels.generate.KernelGenerator")
    final class %s implements %s {
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
      public long scan(%s, int zeros) {
    %s
      }

    %s}
    """
        .formatted(
            lanes.imports(layout),
            layout.summary(lanes.count()),
            className,
            layout.type(),
            lanes.fields(layout),
            lanes.count(),
            sections.slotCount(),
            layout.parameters(),
            calls(),
            bodies());
  }

  private String calls() {
    int last = methods.size() - 1;
    String arguments = layout.parameters().replaceAll("int(\\[])? ", "");
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i ->
                i == last
                    ? "    return section%d(%s, zeros);".formatted(i, arguments)
                    : "    section%d(%s);".formatted(i, arguments))
        .collect(Collectors.joining("\n"));
  }

  private String bodies() {
    return IntStream.range(0, methods.size())
        .mapToObj(this::method)
        .collect(Collectors.joining("\n"));
  }

  private String method(int i) {
    boolean last = i == methods.size() - 1;
    return "  private static %s section%d(%s%s) {\n%s  }\n"
        .formatted(
            last ? "long" : "void",
            i,
            layout.parameters(),
            last ? ", int zeros" : "",
            lines(i).stream().map(line -> "    " + line + "\n").collect(Collectors.joining()));
  }

  private List<String> lines(int i) {
    Section section = methods.get(i);
    List<String> lines = new ArrayList<>();
    if (section.reads(layout.nonce()) && layout.nonce().stage() == Stage.HASH) {
      lines.add(lanes.type() + " nonce = " + lanes.nonces() + ";");
    }
    for (int word = 0; word < midstates.size(); word++) {
      if (section.reads(midstates.get(word))) {
        lines.add(lanes.load("m", "at", new Section.Slot(midstates.get(word), word)));
      }
    }
    section.loads().forEach(load -> lines.add(lanes.load("x", "", load)));
    section.lets().forEach(let -> lines.add(notation.define(let)));
    section.stores().forEach(store -> lines.add(lanes.store(store)));
    if (i == methods.size() - 1) {
      Word.Name result = layout.program().result();
      lines.add(lanes.store(new Section.Slot(result, 0)));
      lines.add("return " + lanes.test(result) + ";");
    }
    return lines;
  }

  private String read(Word.Name name) {
    int index = common.indexOf(name);
    return index < 0 ? name.text() : "u[" + index + "]";
  }
}
