package org.gruve.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.cli.Version;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class JmhRunTest {
  @Test
  void saysWhichBuildWasMeasuredAndWhere() {
    JsonNode document = JmhRun.document("-f 1");
    assertThat(document.path("commit").asString("")).isEqualTo(Version.commit());
    assertThat(document.path("command").asString("")).isEqualTo("benchmarks/run jmh -f 1");
    assertThat(document.path("environment").path("cpu").asString("")).isNotEmpty();
  }
}
