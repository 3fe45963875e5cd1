package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes one instruction. */
final class PtxDecoder {
  private static final Pattern SHAPE =
      Pattern.compile("(?:@(!?)([%\\w$]+)\\s+)?([a-z][\\w.:]*)\\s*(.*)");

  private final PtxOperands operands;
  private final Function<String, PtxLabel> labels;

  PtxDecoder(PtxOperands operands, Function<String, PtxLabel> labels) {
    this.operands = operands;
    this.labels = labels;
  }

  /** Mostly one instruction; more where a value is taken apart. */
  List<PtxInstruction> decode(PtxStatement statement) {
    Matcher shape = SHAPE.matcher(statement.text());
    if (!shape.matches()) {
      throw statement.fault("no instruction");
    }
    List<PtxInstruction> plain =
        instructions(statement, shape.group(3), operands.split(shape.group(4)));
    if (shape.group(2) == null) {
      return plain;
    }
    int predicate = operands.register(shape.group(2));
    int wanted = "!".equals(shape.group(1)) ? 0 : 1;
    return plain.stream()
        .<PtxInstruction>map(i -> new PtxInstruction.Guarded(predicate, wanted, i))
        .toList();
  }

  private List<PtxInstruction> instructions(PtxStatement statement, String name, List<String> of) {
    String[] parts = name.split("\\.", 2);
    return switch (parts[0]) {
      case "ret", "exit" -> List.of(new PtxInstruction.Return());
      case "bra" -> List.of(new PtxInstruction.Branch(labels.apply(of.getLast())));
      case "bar", "barrier" -> List.of(barrier(statement, name, of));
      case "membar", "fence" -> List.of();
      case "ld", "st", "atom", "red" ->
          List.of(new PtxAccess(statement, name, operands).decode(of));
      case "mov" -> move(statement, name, of);
      default -> List.of(compute(statement, name, of));
    };
  }

  private static PtxInstruction barrier(PtxStatement statement, String name, List<String> of) {
    boolean known = name.equals("bar.sync") || name.equals("barrier.sync");
    if (!known || !of.equals(List.of("0"))) {
      throw statement.fault("only bar.sync 0 is known");
    }
    return new PtxInstruction.Barrier();
  }

  /** Two words may become one of 64 bits, and the other way round. */
  private List<PtxInstruction> move(PtxStatement statement, String name, List<String> of) {
    boolean from = of.getLast().startsWith("{");
    if (!from && !of.getFirst().startsWith("{")) {
      return List.of(compute(statement, name, of));
    }
    PtxPlaces words = operands.places(word(), from ? of.getLast() : of.getFirst());
    if (!name.equals("mov.b64") || words.count() != 2) {
      throw statement.fault("only pairs of 32-bit words are known here");
    }
    int zero = operands.zero();
    if (from) {
      Operation join = (a, b, c) -> b << 32 | a;
      int result = operands.register(of.getFirst());
      return List.of(compute(join, result, words.at(0), words.at(1), Opcode.mask(64)));
    }
    int source = operands.register(of.getLast());
    return List.of(
        compute((a, b, c) -> a, words.at(0), source, zero, Opcode.mask(32)),
        compute((a, b, c) -> a >>> 32, words.at(1), source, zero, Opcode.mask(32)));
  }

  private PtxInstruction compute(Operation operation, int result, int a, int b, long mask) {
    return new PtxInstruction.Compute(operation, result, a, b, operands.zero(), mask);
  }

  private static Opcode word() {
    return Opcodes.named("mov.b32").orElseThrow();
  }

  private PtxInstruction compute(PtxStatement statement, String name, List<String> of) {
    boolean table = name.equals("lop3.b32") && of.size() == 5;
    Opcode opcode =
        table
            ? Opcodes.lop3((int) PtxNumber.parse(of.getLast()))
            : Opcodes.named(name)
                .orElseThrow(() -> statement.fault("the interpreter does not know " + name));
    List<String> sources = of.subList(Math.min(1, of.size()), table ? 4 : of.size());
    if (sources.size() != opcode.sources()) {
      throw statement.fault(name + " takes " + opcode.sources() + " sources");
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      places.add(i < sources.size() ? operands.source(opcode, i, sources.get(i)) : operands.zero());
    }
    return new PtxInstruction.Compute(
        opcode.operation(),
        operands.register(of.getFirst()),
        places.get(0),
        places.get(1),
        places.get(2),
        Opcode.mask(opcode.result()));
  }
}
