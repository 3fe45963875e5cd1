package org.gruve.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which source was measured. */
final class Commit {
  private Commit() {}

  /** The commit's short hash, with {@code -dirty} where files differ from it, or unknown. */
  static String of(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
              .directory(root.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !hash.isEmpty() ? hash : "unknown";
    } catch (IOException e) {
      return "unknown"; // Without git, or outside a repository, rates can still be measured.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
