package org.gruve.kernels.cuda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes what reads or writes memory. */
final class PtxAccess {
  private static final Set<String> HINTS =
      Set.of(
          "volatile",
          "nc",
          "ca",
          "cg",
          "cs",
          "lu",
          "cv",
          "wb",
          "wt",
          "relaxed",
          "weak",
          "gpu",
          "sys",
          "cta");
  private static final Map<String, Space> SPACES =
      Map.of(
          "param", Space.PARAM,
          "const", Space.CONST,
          "shared", Space.SHARED,
          "global", Space.GLOBAL);
  private static final Map<String, Integer> SIZES =
      Map.of(
          "b8", 1, "u8", 1, "b16", 2, "u16", 2, "b32", 4, "u32", 4, "s32", 4, "b64", 8, "u64", 8,
          "s64", 8);
  private static final Map<String, Operation> COMBINATIONS =
      Map.of(
          "add", (before, a, b) -> before + a,
          "and", (before, a, b) -> before & a,
          "or", (before, a, b) -> before | a,
          "xor", (before, a, b) -> before ^ a,
          "exch", (before, a, b) -> a,
          "cas", (before, a, b) -> before == a ? b : before,
          "min", (before, a, b) -> Long.compareUnsigned(before, a) < 0 ? before : a,
          "max", (before, a, b) -> Long.compareUnsigned(before, a) > 0 ? before : a);

  private final PtxStatement statement;
  private final PtxOperands operands;
  private final List<String> parts;
  private Space space = Space.GLOBAL;
  private int vector = 1;
  private Optional<Operation> combination = Optional.empty();

  PtxAccess(PtxStatement statement, String name, PtxOperands operands) {
    this.statement = statement;
    this.operands = operands;
    this.parts = List.of(name.split("\\."));
    parts.subList(1, parts.size() - 1).forEach(this::modify);
  }

  private void modify(String part) {
    Space named = SPACES.get(part);
    if (named != null) {
      space = named;
    } else if (part.equals("v2") || part.equals("v4")) {
      vector = part.charAt(1) - '0';
    } else if (COMBINATIONS.containsKey(part)) {
      combination = Optional.ofNullable(COMBINATIONS.get(part));
    } else if (!HINTS.contains(part)) {
      throw statement.fault("the interpreter does not know ." + part);
    }
  }

  PtxInstruction decode(List<String> of) {
    Integer size = SIZES.get(parts.getLast());
    if (size == null || (combination.isPresent() && parts.getLast().startsWith("s"))) {
      throw statement.fault("the interpreter does not know ." + parts.getLast() + " here");
    }
    Opcode word = Opcodes.named("mov.b" + Math.max(16, 8 * size)).orElseThrow();
    return switch (parts.getFirst()) {
      case "ld" -> new PtxInstruction.Load(address(of.get(1)), size, vector(word, of.get(0)));
      case "st" -> new PtxInstruction.Store(address(of.get(0)), size, vector(word, of.get(1)));
      case "atom" -> atomic(size, operands.register(of.get(0)), word, of.subList(1, of.size()));
      default -> atomic(size, operands.nowhere(), word, of);
    };
  }

  private PtxAddress address(String text) {
    return operands.address(space, text);
  }

  private PtxPlaces vector(Opcode word, String text) {
    PtxPlaces places = operands.places(word, text);
    if (places.count() != vector) {
      throw statement.fault("not a vector of " + vector);
    }
    return places;
  }

  private PtxInstruction atomic(int size, int result, Opcode word, List<String> of) {
    int a = operands.source(word, 0, of.get(1));
    return new PtxInstruction.Atomic(
        address(of.get(0)),
        size,
        combination.orElseThrow(() -> statement.fault("which combination?")),
        result,
        a,
        of.size() > 2 ? operands.source(word, 1, of.get(2)) : a);
  }
}
