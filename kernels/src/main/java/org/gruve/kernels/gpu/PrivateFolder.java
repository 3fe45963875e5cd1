package org.gruve.kernels.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where bindings unpack the native part of themselves. Left to themselves they take a name that
 * anyone can guess in a folder that everyone can write to, and load what is there already.
 */
public final class PrivateFolder {
  private static final String PROPERTY = "java.io.tmpdir";

  private PrivateFolder() {}

  /**
   * Runs something that unpacks and loads a native library, with a fresh folder of our own as the
   * folder for temporary files; it is gone afterwards.
   */
  public static void during(Runnable loading) {
    synchronized (PrivateFolder.class) {
      String before = System.getProperty(PROPERTY);
      Path folder = create();
      System.setProperty(PROPERTY, folder.toString());
      try {
        loading.run();
      } finally {
        System.setProperty(PROPERTY, before);
        delete(folder);
      }
    }
  }

  /** Readable by its owner only. */
  private static Path create() {
    try {
      return Files.createTempDirectory("gruve-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a native library can be made", e);
    }
  }

  /** A library that is loaded stays so without its file, except on Windows, where this fails. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
