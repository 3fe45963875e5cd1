package org.gruve.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All raw files, ordered by name. */
record RawFolder(List<RawFile> files) {
  private static final Set<String> KINDS = Set.of("run", "paired", "validation", "tricks", "jmh");

  static RawFolder read(Path folder) throws IOException {
    List<RawFile> files = new ArrayList<>();
    for (Path path : paths(folder)) {
      RawFile file = RawFile.parse(folder.relativize(path).toString(), Files.readString(path));
      if (!KINDS.contains(file.kind())) {
        throw new IllegalArgumentException(
            file.name() + ": unknown kind " + file.kind() + ", not one of " + KINDS);
      }
      files.add(file);
    }
    return new RawFolder(List.copyOf(files));
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
  }

  List<RawFile> of(String kind) {
    return files.stream().filter(file -> file.kind().equals(kind)).toList();
  }
}
