package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsPtxTest {
  private static final String RELEASE = "13.0";

  @TempDir Path folder;

  @Test
  void isWhatTheSourceCompilesTo() throws Exception {
    assumeTrue(compiler().contains("release " + RELEASE), "no nvcc " + RELEASE + " on the PATH");
    Path script = Path.of(System.getProperty("gruve.root"), "kernels", "ptx");
    Path fresh = folder.resolve("kernels.ptx");
    run(script.toString(), fresh.toString());
    assertThat(Files.readString(fresh))
        .as("the text that the jar carries; kernels/ptx writes it anew")
        .isEqualTo(CudaText.source());
  }

  private static String compiler() throws InterruptedException {
    try {
      return run("nvcc", "--version");
    } catch (IOException absent) {
      return "none: " + absent.getMessage();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    String text = new String(said, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), text).isZero();
    return text;
  }
}
