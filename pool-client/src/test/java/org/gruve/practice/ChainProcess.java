package org.gruve.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that has a practice chain open and makes it grow until it is killed. */
final class ChainProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  ChainProcess(Path folder) throws IOException {
    this(java(folder));
  }

  private ChainProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** One whose files cannot grow beyond a few blocks, as on a full disk. */
  static ChainProcess withLittleRoom(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 2; exec \"$@\"", "sh"));
    command.addAll(java(folder));
    return new ChainProcess(command);
  }

  private static List<String> java(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        ChainProcess.class.getName(),
        folder.toString());
  }

  /** What the process does: it prints the height after each block, and what is in the way. */
  public static void main(String[] arguments) throws IOException {
    try (PracticeChain chain = PracticeChain.open(Path.of(arguments[0]))) {
      while (true) {
        TestChains.grow(chain, 1);
        System.out.println(chain.height());
      }
    } catch (UncheckedIOException e) {
      System.out.println(e.getMessage());
    }
  }

  /** Waits for the end, and returns all that it said. */
  List<String> allLines() {
    return lines.lines().toList();
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
