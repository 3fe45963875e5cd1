package org.gruve.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code gruve validate} with real files at a fixed time. */
final class ValidateHarness implements Actions {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(stream(out), stream(err), Map.of("XDG_CONFIG_HOME", "/nowhere"), false);
  byte[] stdin = {};

  /** Runs {@code gruve validate} with these arguments. */
  int run(Object... args) {
    out.reset();
    err.reset();
    List<String> line = new java.util.ArrayList<>(List.of("validate"));
    List.of(args).forEach(arg -> line.add(arg.toString()));
    return Gruve.run(terminal, this, line);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return new JsonMapper().readTree(out());
  }

  @Override
  public int validate(ValidateRequest request, boolean plain) {
    ByteArrayInputStream in = new ByteArrayInputStream(stdin);
    return new ValidateAction(terminal, in, InstantSource.fixed(NOW)).run(request, plain).code();
  }

  @Override
  public int demo(DemoRequest request, boolean plain) {
    throw new IllegalStateException("not here");
  }

  @Override
  public int mine(MineRequest request, boolean plain) {
    throw new IllegalStateException("not here");
  }

  @Override
  public int benchmark(BenchmarkRequest request, boolean plain) {
    throw new IllegalStateException("not here");
  }

  @Override
  public int practice(PracticeRequest request, boolean plain) {
    throw new IllegalStateException("not here");
  }

  @Override
  public int trial(TrialRequest request, boolean plain) {
    throw new IllegalStateException("not here");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
