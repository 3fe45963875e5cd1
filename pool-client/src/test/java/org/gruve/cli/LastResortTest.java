package org.gruve.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LastResortTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void tellsAFaultInOneLineWithoutItsStack() {
    tell(false);
    assertThat(said.toString(UTF_8).lines())
        .singleElement()
        .isEqualTo(
            "gruve: internal error in thread pool, IllegalStateException: odd;"
                + " run it again with --verbose and report what it shows");
  }

  @Test
  void showsTheStackWhenAskedTo() {
    tell(true);
    assertThat(said.toString(UTF_8)).contains("\tat " + LastResortTest.class.getName());
  }

  private void tell(boolean verbose) {
    PrintStream stream = new PrintStream(said, true, UTF_8);
    Terminal terminal = new Terminal(stream, stream, Map.of(), false);
    Thread thread = Thread.ofPlatform().name("pool").unstarted(() -> {});
    new LastResort(terminal, verbose).uncaughtException(thread, new IllegalStateException("odd"));
  }
}
