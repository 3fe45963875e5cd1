package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a module statement by statement. */
final class PtxParser {
  private static final Pattern ENTRY =
      Pattern.compile("(?:\\.\\w+ )*\\.entry\\s+([\\w$]+)\\s*(?:\\((.*?)\\))?(.*)\\{");
  private static final Pattern THREADS =
      Pattern.compile("\\.(?:max|req)ntid\\s+(\\d+)(?:\\s*,\\s*(\\d+))?(?:\\s*,\\s*(\\d+))?");
  private static final Pattern IGNORED =
      Pattern.compile("\\.(version|target|address_size|pragma|file|loc)\\b.*");

  private final List<PtxVariable> variables = new ArrayList<>();
  private final List<PtxKernel> kernels = new ArrayList<>();
  private @Nullable KernelParser open;

  PtxModule parse(List<PtxStatement> statements) {
    statements.forEach(this::take);
    return new PtxModule(List.copyOf(variables), List.copyOf(kernels));
  }

  private void take(PtxStatement statement) {
    if (IGNORED.matcher(statement.text()).matches()) {
      return;
    }
    if (open != null) {
      open.take(statement);
      open.finished().ifPresent(this::close);
    } else if (PtxVariable.declares(statement.text())) {
      variables.add(PtxVariable.declared(statement, variables));
    } else {
      open = entry(statement);
    }
  }

  private void close(PtxKernel kernel) {
    kernels.add(kernel);
    open = null;
  }

  private KernelParser entry(PtxStatement statement) {
    Matcher head = ENTRY.matcher(statement.text());
    if (!head.matches()) {
      throw statement.fault("neither an entry nor a variable");
    }
    List<PtxVariable> inside = new ArrayList<>(variables);
    if (head.group(2) != null && !head.group(2).isBlank()) {
      for (String parameter : List.of(head.group(2).strip().split("\\s*,\\s*"))) {
        inside.add(PtxVariable.declared(new PtxStatement(statement.line(), parameter), inside));
      }
    }
    return new KernelParser(head.group(1), threads(head.group(3)), inside);
  }

  private static int threads(String directives) {
    Matcher limit = THREADS.matcher(directives);
    if (!limit.find()) {
      return 1024;
    }
    int product = 1;
    for (int i = 1; i <= 3; i++) {
      product *= limit.group(i) == null ? 1 : Integer.parseInt(limit.group(i));
    }
    return product;
  }
}
