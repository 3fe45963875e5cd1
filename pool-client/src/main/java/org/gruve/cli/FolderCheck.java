package org.gruve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the folders that the program writes to can be written, and what waits in them. */
final class FolderCheck {
  private FolderCheck() {}

  static List<Finding> of(Terminal terminal) {
    return List.of(
        folder("data", DataFolder.folder(terminal)),
        folder("cache", parent(CacheFolder.tuning(terminal))),
        folder("config", parent(ConfigFolder.file(terminal))),
        blocks(DataFolder.blocks(terminal)));
  }

  private static Path parent(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  /** One that is not there is made when it is needed, if its parent allows. */
  private static Finding folder(String name, Path folder) {
    if (!Files.exists(folder)) {
      Path above = above(folder);
      return Files.isWritable(above)
          ? Finding.ok(name, folder + " is not there yet and can be made")
          : Finding.broken(name, folder + " is not there, and " + above + " cannot be written");
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return Finding.broken(name, folder + " cannot be written");
    }
    return Finding.ok(name, folder + " can be written" + permissions(folder));
  }

  private static Path above(Path folder) {
    Path above = parent(folder);
    while (!Files.exists(above) && above.getParent() != null) {
      above = parent(above);
    }
    return above;
  }

  private static String permissions(Path folder) {
    try {
      return ", " + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    } catch (IOException | UnsupportedOperationException e) {
      return ""; // Where there are no such permissions there is nothing to tell.
    }
  }

  private static Finding blocks(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Finding.ok("blocks", "no found block waits for a node");
    }
    try (Stream<Path> files = Files.list(folder)) {
      long waiting = files.filter(Files::isRegularFile).count();
      return waiting == 0
          ? Finding.ok("blocks", "no found block waits for a node")
          : Finding.note(
              "blocks",
              waiting
                  + " in "
                  + folder
                  + " wait for a node's answer; they are sent when gruve mines on one");
    } catch (IOException e) {
      return Finding.broken("blocks", folder + " cannot be read: " + UserFile.why(e));
    }
  }
}
