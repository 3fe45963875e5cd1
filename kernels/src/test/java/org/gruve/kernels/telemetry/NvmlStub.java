package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles a library that looks like NVML; where there is no gcc, the test is skipped. */
final class NvmlStub {
  private NvmlStub() {}

  /** The path of a library compiled with these macros. */
  static String compile(Path folder, String... macros) throws IOException, InterruptedException {
    assumeTrue(gcc(List.of("--version")), "no gcc here, so there is no library to test with");
    Path source = folder.resolve("nvml_stub.c");
    try (InputStream text = NvmlStub.class.getResourceAsStream("nvml_stub.c")) {
      assertThat(text).isNotNull();
      Files.write(source, text.readAllBytes());
    }
    Path library = folder.resolve("libnvml-stub-" + String.join("", macros) + ".so");
    List<String> arguments = new ArrayList<>(List.of("-shared", "-fPIC", "-o", library.toString()));
    arguments.addAll(List.of(macros));
    arguments.add(source.toString());
    assertThat(gcc(arguments)).isTrue();
    return library.toString();
  }

  private static boolean gcc(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gcc"));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = process.waitFor();
      assertThat(end).as(said).isIn(0, 127);
      return end == 0;
    } catch (IOException e) {
      if (arguments.contains("--version")) {
        return false;
      }
      throw e;
    }
  }
}
