package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommandReferenceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("gruve.root", "..")).resolve("docs/cli.md");

  @Test
  void pageIsWhatTheOptionsSay() throws IOException {
    Terminal terminal = new Terminal(System.out, System.err, Map.of(), false);
    String fresh = CommandReference.of(Gruve.commandLine(terminal, new CommandLineHarness()));
    if (Boolean.getBoolean("gruve.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, fresh);
    }
    assertThat(PAGE)
        .as(
            "write it anew with: mvn -pl pool-client -am test -Dtest=CommandReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dgruve.write=true")
        .hasContent(fresh);
  }
}
