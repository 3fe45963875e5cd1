package org.gruve.kernels.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names between a pair of braces: registers of its own, and all those around it. */
final class PtxScope {
  private static final Pattern REGISTERS =
      Pattern.compile("\\.reg\\s+\\.(?:pred|[bus](?:16|32|64))\\s+(.*)", Pattern.DOTALL);
  private static final Pattern RANGE = Pattern.compile("([%\\w$]+)<(\\d+)>");

  private final @Nullable PtxScope around;
  private final RegisterFile file;
  private final Map<String, Integer> places = new HashMap<>();

  private PtxScope(@Nullable PtxScope around, RegisterFile file) {
    this.around = around;
    this.file = file;
  }

  static PtxScope outermost(RegisterFile file) {
    PtxScope scope = new PtxScope(null, file);
    for (int i = 0; i < RegisterFile.SPECIAL.size(); i++) {
      scope.places.put(RegisterFile.SPECIAL.get(i), i);
    }
    return scope;
  }

  PtxScope inner() {
    return new PtxScope(this, file);
  }

  PtxScope around(PtxStatement brace) {
    if (around == null) {
      throw brace.fault("there is no open brace");
    }
    return around;
  }

  void declare(PtxStatement statement) {
    Matcher declaration = REGISTERS.matcher(statement.text());
    if (!declaration.matches()) {
      throw statement.fault("registers of a kind that the interpreter does not know");
    }
    for (String name : List.of(declaration.group(1).split("\\s*,\\s*"))) {
      Matcher range = RANGE.matcher(name);
      if (!range.matches()) {
        places.put(name, file.register(name));
        continue;
      }
      for (int i = 0; i < Integer.parseInt(range.group(2)); i++) {
        places.put(range.group(1) + i, file.register(range.group(1) + i));
      }
    }
  }

  Optional<Integer> find(String name) {
    Integer place = places.get(name);
    if (place == null && around != null) {
      return around.find(name);
    }
    return Optional.ofNullable(place);
  }
}
