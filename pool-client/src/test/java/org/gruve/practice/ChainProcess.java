package org.gruve.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that has a practice chain open and makes it grow until it is killed. */
final class ChainProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  ChainProcess(Path folder) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChainProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What the process does: it prints the height after each block. */
  public static void main(String[] arguments) throws IOException {
    try (PracticeChain chain = PracticeChain.open(Path.of(arguments[0]))) {
      while (true) {
        TestChains.grow(chain, 1);
        System.out.println(chain.height());
      }
    }
  }

  /** Waits for the next block, and returns its height. */
  int nextHeight() throws IOException {
    String line = lines.readLine();
    if (line == null || !line.matches("\\d+")) {
      throw new AssertionError("the other process said: " + line);
    }
    return Integer.parseInt(line);
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
