package org.gruve.practice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps damaged bytes: beside the file they were in, under a number that was free. */
final class Aside {
  private Aside() {}

  /** Copies all from an offset on, and returns only when it is on the disk. */
  static Path copy(Path original, FileChannel from, long offset) throws IOException {
    int number = 1;
    while (true) {
      Path aside = original.resolveSibling(original.getFileName() + ".damaged-" + number);
      try (FileChannel to =
          FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (long at = offset; at < from.size(); ) {
          at += from.transferTo(at, from.size() - at, to);
        }
        to.force(true);
        return aside;
      } catch (FileAlreadyExistsException taken) {
        number++;
      }
    }
  }
}
