package org.gruve.benchmarks.paired;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks for programs where a shell would. */
final class Program {
  private Program() {}

  static boolean exists(String name) {
    return name.contains("/") ? isProgram(Path.of(name)) : isOnPath(name);
  }

  private static boolean isOnPath(String name) {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> isProgram(Path.of(folder, name)));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
