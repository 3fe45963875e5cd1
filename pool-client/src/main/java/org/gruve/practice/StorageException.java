package org.gruve.practice;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.gruve.core.hash.Bytes;

/** The chain can't be kept where it should be; the message is one sentence for the user. */
final class StorageException extends IOException {
  private static final long serialVersionUID = 1;

  private StorageException(String sentence) {
    super(sentence);
  }

  private StorageException(String sentence, IOException cause) {
    super(sentence, cause);
  }

  /** A file of something else stands where the chain's should. */
  static StorageException foreign(Path file, Bytes beginning, Bytes magic) {
    return new StorageException(
        file
            + " is no practice chain (it begins with "
            + beginning
            + " instead of "
            + magic
            + "): move it away, or set XDG_DATA_HOME to another folder");
  }

  /** What stands in the way of keeping a chain in a folder, and what to do. */
  static StorageException in(Path folder, IOException cause) {
    if (cause instanceof StorageException said) {
      return said;
    }
    return new StorageException(
        "the practice chain cannot be kept in "
            + folder
            + " ("
            + reason(cause)
            + "): make it a folder that can be written, or set XDG_DATA_HOME to one",
        cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException e -> "no permission for " + e.getFile();
      case FileAlreadyExistsException e -> e.getFile() + " is a file";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }
}
