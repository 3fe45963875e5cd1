package org.gruve.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs command lines against actions that only remember what they were asked. */
final class CommandLineHarness implements Actions {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final List<Object> requests = new ArrayList<>();

  /** Without the settings of whoever runs the tests. */
  final Map<String, String> environment =
      new HashMap<>(Map.of("XDG_CONFIG_HOME", "/nowhere", "HOME", "/nowhere"));

  @Nullable RuntimeException failure;
  boolean plain;

  int run(String... args) {
    Terminal terminal = new Terminal(stream(out), stream(err), environment, false);
    return Gruve.run(terminal, this, List.of(args));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  MineRequest mined() {
    return (MineRequest) requests.getLast();
  }

  @Override
  public int demo(DemoRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  @Override
  public int mine(MineRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  @Override
  public int benchmark(BenchmarkRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  @Override
  public int validate(ValidateRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  @Override
  public int practice(PracticeRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  @Override
  public int trial(TrialRequest request, boolean asPlain) {
    return remember(request, asPlain);
  }

  private int remember(Object request, boolean asPlain) {
    if (failure != null) {
      throw failure;
    }
    plain = asPlain;
    requests.add(request);
    return 0;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
