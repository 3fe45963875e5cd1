package org.gruve.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gruve.core.hash.Hash256;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/**
 * Found blocks on disk, one file each, from the moment they are found. All disk work is done in
 * order on a thread of its own, {@code found-blocks}; any thread may ask for it.
 */
final class FoundBlocks implements AutoCloseable {
  private static final String PENDING = ".pending";
  private static final String TEMPORARY = ".tmp";
  private static final int CLOSING_SECONDS = 10;

  private final Path folder;
  private final Consumer<String> trouble;
  private final Set<Hash256> kept = new HashSet<>();
  private @Nullable String lastTrouble;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("found-blocks").factory());

  /**
   * Makes the folder when there is something to put into it.
   *
   * @param trouble gets what a user must know, in a sentence, on the thread
   */
  FoundBlocks(Path folder, Consumer<String> trouble) {
    this.folder = folder;
    this.trouble = trouble;
  }

  /** The file of a block that has no answer yet. */
  Path file(FoundBlock block) {
    return folder.resolve(stem(block) + PENDING);
  }

  /** Writes it where that has not been done yet. */
  void keep(FoundBlock block) {
    run(
        () -> {
          if (kept.contains(block.hash())) {
            return;
          }
          try {
            write(block);
            kept.add(block.hash());
          } catch (IOException e) {
            tell(
                block.name()
                    + " could not be written to "
                    + folder
                    + ": "
                    + reason(e)
                    + "; it is being sent, but will be forgotten when the program ends");
          }
        });
  }

  /** Gives the file of a block its final name. */
  void settle(FoundBlock block, BlockFate fate) {
    run(
        () -> {
          if (!kept.remove(block.hash())) {
            return;
          }
          try {
            move(file(block), folder.resolve(stem(block) + fate.suffix()));
          } catch (NoSuchFileException e) {
            // Another program that shares the folder was faster.
            return;
          } catch (IOException e) {
            tell(file(block) + " could not be renamed: " + reason(e));
          }
        });
  }

  /** Reads what has no answer yet; blocks that are written later are not among it. */
  void pending(Consumer<List<FoundBlock>> found) {
    run(() -> found.accept(read()));
  }

  /** Ends when all is on disk that is to be, or after seconds. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        tell("the disk of " + folder + " does not answer; found blocks may be missing there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      tell("a found block came when the program had ended");
    }
  }

  private void write(FoundBlock block) throws IOException {
    makeFolder();
    Path temporary = folder.resolve(stem(block) + TEMPORARY);
    try (FileChannel out =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(FoundBlockFile.bytes(block));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    move(temporary, file(block));
  }

  private void makeFolder() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder();
  }

  /** A new name is safe only when the folder is; not every system lets a folder be opened. */
  private void syncFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private List<FoundBlock> read() {
    List<FoundBlock> blocks = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return blocks;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(PENDING) || name.endsWith(TEMPORARY)) {
          read(file, blocks);
        }
      }
    } catch (IOException e) {
      tell(folder + " could not be read: " + reason(e));
    }
    return blocks;
  }

  /** A temporary file that is whole was about to get its name when the program was killed. */
  private void read(Path file, List<FoundBlock> blocks) {
    try {
      if (Files.size(file) > FoundBlockFile.MOST_BYTES) {
        throw new IllegalArgumentException("it is too large");
      }
      FoundBlock block = FoundBlockFile.parse(Files.readAllBytes(file));
      if (!file.equals(file(block))) {
        move(file, file(block));
      }
      if (kept.add(block.hash())) {
        blocks.add(block);
      }
    } catch (IllegalArgumentException e) {
      tell(file + " is no found block, and is left alone: " + PoolText.clean(message(e)));
    } catch (IOException e) {
      tell(file + " could not be read: " + reason(e));
    }
  }

  /** Once, however often it happens in a row. */
  private synchronized void tell(String sentence) {
    if (!sentence.equals(lastTrouble)) {
      lastTrouble = sentence;
      trouble.accept(sentence);
    }
  }

  private static String stem(FoundBlock block) {
    return block.height() + "-" + block.hash().display();
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ", " + message(e);
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? "no reason given" : message;
  }
}
