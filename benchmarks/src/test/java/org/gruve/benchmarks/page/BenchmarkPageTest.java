package org.gruve.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BenchmarkPageTest {
  private static final Path DOCS = Path.of(System.getProperty("gruve.root", ".."), "docs");

  @Test
  void committedPageIsWhatTheRawFilesSay() throws IOException {
    assertThat(DOCS.resolve("benchmarks.md"))
        .as("write it anew with: benchmarks/run page")
        .hasContent(BenchmarkPage.of(DOCS.resolve("benchmarks")));
  }
}
