package org.gruve.kernels.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that stands for /sys. */
record Folder(Path path) {
  /** Writes a file as the kernel would show it, with the folders above. */
  Folder put(String file, Object content) {
    try {
      Path target = path.resolve(file);
      Path above = target.getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      Files.writeString(target, content + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
