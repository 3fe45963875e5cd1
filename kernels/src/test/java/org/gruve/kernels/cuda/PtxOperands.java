package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of an instruction's operands. */
final class PtxOperands {
  private static final Pattern OPERAND =
      Pattern.compile("\\s*(\\{[^}]*\\}|\\[[^\\]]*\\]|[^,\\s{\\[]+)\\s*(?:,|$)");
  private static final Pattern SUM = Pattern.compile("([%\\w$.]+?)(?:\\s*\\+\\s*(-?\\w+))?");

  private final PtxStatement statement;
  private final PtxScope scope;
  private final RegisterFile registers;
  private final List<PtxVariable> variables;

  PtxOperands(
      PtxStatement statement, PtxScope scope, RegisterFile registers, List<PtxVariable> variables) {
    this.statement = statement;
    this.scope = scope;
    this.registers = registers;
    this.variables = variables;
  }

  List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    Matcher operands = OPERAND.matcher(text);
    int end = 0;
    while (end < text.length() && operands.find() && operands.start() == end) {
      parts.add(operands.group(1));
      end = operands.end();
    }
    if (end < text.length()) {
      throw statement.fault("operands that the interpreter does not know");
    }
    return parts;
  }

  int register(String name) {
    return scope
        .find(name)
        .orElseThrow(() -> statement.fault("no register `" + name + "` is declared here"));
  }

  /** A register, a number cut to the width that the opcode reads, or a variable's address. */
  int source(Opcode opcode, int index, String text) {
    if (PtxNumber.matches(text)) {
      return registers.constant(opcode.immediate(index, PtxNumber.parse(text)));
    }
    return scope.find(text).orElseGet(() -> variable(text));
  }

  private int variable(String text) {
    PtxVariable variable =
        find(text).orElseThrow(() -> statement.fault("`" + text + "` is declared nowhere"));
    return registers.constant(variable.address());
  }

  private Optional<PtxVariable> find(String name) {
    return variables.stream().filter(variable -> variable.name().equals(name)).findAny();
  }

  /** The places of the names in braces, or of a single name. */
  PtxPlaces places(Opcode opcode, String text) {
    String inner = text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
    return new PtxPlaces(
        split(inner).stream()
            .map(operand -> operand.equals("_") ? nowhere() : source(opcode, 0, operand))
            .toList());
  }

  PtxAddress address(Space space, String text) {
    Matcher sum = SUM.matcher(text.replaceAll("[\\[\\]]", "").strip());
    if (!text.startsWith("[") || !sum.matches()) {
      throw statement.fault("`" + text + "` is no address");
    }
    long displacement = sum.group(2) == null ? 0 : PtxNumber.parse(sum.group(2));
    Optional<PtxVariable> variable = find(sum.group(1));
    if (variable.isEmpty()) {
      return new PtxAddress(space, register(sum.group(1)), displacement);
    }
    if (variable.get().space() != space) {
      throw statement.fault(variable.get().name() + " lies in " + variable.get().space());
    }
    return new PtxAddress(space, variable(sum.group(1)), displacement);
  }

  /** A place for what nobody reads. */
  int nowhere() {
    return registers.register("the result of " + statement.text());
  }

  int zero() {
    return registers.constant(0);
  }
}
