package org.gruve.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;

/** Another process that finds a block for a node which does not answer, until it is killed. */
final class FinderProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  FinderProcess(Path folder, int port) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FinderProcess.class.getName(),
                folder.toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .start();
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What the process does: it prints the hash of the block as soon as that is on disk. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String url = "http://user:secret@127.0.0.1:" + arguments[1];
    try (NodeRig rig = NodeRig.engaged(folder, NodeAddress.of(url, Optional.empty()))) {
      Job job = rig.log.job();
      Share share = rig.submit(job, 0);
      rig.advanceUntil(() -> isThere(folder, share), Duration.ZERO);
      System.out.println(share.hash().display());
      rig.log.result();
    }
  }

  private static boolean isThere(Path folder, Share share) {
    return Files.exists(folder.resolve("1-" + share.hash().display() + ".pending"));
  }

  /** Waits for the block and returns its hash. */
  String found() throws IOException {
    String line = lines.readLine();
    if (line == null || !line.matches("[0-9a-f]{64}")) {
      throw new AssertionError("the other process said: " + line + lines.lines().toList());
    }
    return line;
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
