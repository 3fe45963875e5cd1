package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void coloursOnlyATerminalThatWantsThem() {
    assertThat(terminal(true, Map.of("TERM", "xterm")).colours()).isTrue();
    assertThat(terminal(true, Map.of("TERM", "xterm", "NO_COLOR", "")).colours()).isTrue();
    assertThat(terminal(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).colours()).isFalse();
    assertThat(terminal(true, Map.of("TERM", "dumb")).colours()).isFalse();
    assertThat(terminal(false, Map.of("TERM", "xterm")).colours()).isFalse();
  }

  @Test
  void redrawsWithoutColoursToo() {
    assertThat(terminal(true, Map.of("NO_COLOR", "1")).redraws()).isTrue();
  }

  @Test
  void keepsDataWhereTheUserWantsIt() {
    assertThat(DataFolder.practice(terminal(false, Map.of("XDG_DATA_HOME", "/data"))))
        .isEqualTo(Path.of("/data/gruve/practice"));
    assertThat(DataFolder.practice(terminal(false, Map.of("XDG_DATA_HOME", "relative"))))
        .endsWithRaw(Path.of(".local/share/gruve/practice"));
  }

  @Test
  void takesTheWidthOfTheEnvironment() {
    assertThat(new WindowWidth(terminal(false, Map.of("COLUMNS", "132"))).getAsInt())
        .isEqualTo(132);
    assertThat(new WindowWidth(terminal(false, Map.of("COLUMNS", "wide"))).getAsInt())
        .isEqualTo(80);
  }

  @Test
  void statusLineIsCutErasedAndNeverShownElsewhere() {
    StatusLine status = new StatusLine(err, true, () -> 21);
    status.show("0123456789012345678901234567890");
    assertThat(printed()).isEqualTo("\r\u001b[K01234567890123456789");
    status.close();
    status.show("more");
    assertThat(printed()).endsWith("\r\u001b[K");
    bytes.reset();
    new StatusLine(err, false, () -> 80).show("hidden");
    assertThat(printed()).isEmpty();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Terminal terminal(boolean interactive, Map<String, String> environment) {
    return new Terminal(err, err, environment, interactive);
  }
}
