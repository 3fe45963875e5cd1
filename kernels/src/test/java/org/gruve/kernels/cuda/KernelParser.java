package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the body of an entry. */
final class KernelParser {
  private final String name;
  private final int threadLimit;
  private final List<PtxVariable> variables;
  private final RegisterFile registers = new RegisterFile();
  private final Map<String, PtxLabel> labels = new TreeMap<>();
  private final List<PtxInstruction> instructions = new ArrayList<>();
  private final List<PtxStatement> source = new ArrayList<>();
  private PtxScope scope = PtxScope.outermost(registers);
  private int depth = 1;

  KernelParser(String name, int threadLimit, List<PtxVariable> variables) {
    this.name = name;
    this.threadLimit = threadLimit;
    this.variables = variables;
  }

  void take(PtxStatement statement) {
    if (statement.closesBlock()) {
      close(statement);
    } else if (statement.text().equals("{")) {
      depth++;
      scope = scope.inner();
    } else if (statement.isLabel()) {
      put(statement);
    } else if (statement.text().startsWith(".reg")) {
      scope.declare(statement);
    } else if (PtxVariable.declares(statement.text())) {
      variables.add(PtxVariable.declared(statement, variables));
    } else {
      add(statement);
    }
  }

  private void close(PtxStatement brace) {
    depth--;
    if (depth > 0) {
      scope = scope.around(brace);
    } else {
      instructions.add(new PtxInstruction.Return()); // where a kernel ends without saying so
      source.add(brace);
    }
  }

  private void put(PtxStatement statement) {
    PtxLabel label = label(statement.text().substring(0, statement.text().length() - 1));
    if (label.isPut()) {
      throw statement.fault("a label that was here before");
    }
    label.put(instructions.size());
  }

  private PtxLabel label(String labelName) {
    return labels.computeIfAbsent(labelName, unused -> new PtxLabel());
  }

  private void add(PtxStatement statement) {
    PtxOperands operands = new PtxOperands(statement, scope, registers, variables);
    for (PtxInstruction instruction : new PtxDecoder(operands, this::label).decode(statement)) {
      instructions.add(instruction);
      source.add(statement);
    }
  }

  /** The kernel, once its last brace was read. */
  Optional<PtxKernel> finished() {
    if (depth > 0) {
      return Optional.empty();
    }
    labels.forEach(
        (label, place) -> {
          if (!place.isPut()) {
            throw new PtxFault("a branch to " + label + ", which is nowhere in " + name);
          }
        });
    return Optional.of(
        new PtxKernel(name, threadLimit, variables, registers, instructions, source));
  }
}
