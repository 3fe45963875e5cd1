package org.gruve.practice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.core.hash.Bytes;

/**
 * A file of {@code magic | size | block} records, as Bitcoin Core keeps its blocks, and the lock on
 * its folder. It knows where blocks begin and end, not what makes them good: whoever loads it says
 * which to {@link #keep}.
 */
final class ChainFile implements BlockStore {
  private final Path path;
  private final FolderLock lock;
  private final FileChannel channel;
  private final byte[] magic;
  private final List<Extent> kept = new ArrayList<>();
  private long end;

  private record Extent(long offset, int size) {}

  private ChainFile(Path path, FolderLock lock, byte[] magic) throws IOException {
    this.path = path;
    this.lock = lock;
    this.channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.magic = magic;
  }

  /** Opens or makes the folder and the file, or nothing where somebody else has them open. */
  static Optional<ChainFile> open(Path folder, Bytes magic) throws IOException {
    Files.createDirectories(folder);
    Optional<FolderLock> lock = FolderLock.take(folder);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = folder.resolve("blocks.dat");
      return Optional.of(new ChainFile(path, lock.get(), magic.toArray()));
    } catch (IOException e) {
      lock.get().close();
      throw e;
    }
  }

  /** The file. */
  Path path() {
    return path;
  }

  /** How many blocks it has, as far as they were kept. */
  int blocks() {
    return kept.size();
  }

  /** Its first bytes, as many as magic has, or all where it is shorter. */
  Bytes beginning() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(magic.length);
    fill(start, 0);
    return Bytes.of(start.array(), 0, start.position());
  }

  /** Reads the records from the start. */
  RecordReader records() throws IOException {
    return new RecordReader(Channels.newInputStream(channel.position(0)), magic);
  }

  /** The next record, of a block of this size, is good. */
  void keep(int size) {
    kept.add(new Extent(end + RecordReader.PREFIX, size));
    end += RecordReader.PREFIX + size;
  }

  /**
   * Moves all after the last kept record into a new file beside this one, whose path it returns.
   */
  Path setAside() throws IOException {
    Path aside = Aside.copy(path, channel, end);
    channel.truncate(end);
    return aside;
  }

  @Override
  public byte[] read(int height) throws IOException {
    Extent extent = kept.get(height);
    ByteBuffer block = ByteBuffer.allocate(extent.size());
    fill(block, extent.offset());
    if (block.hasRemaining()) {
      throw new EOFException(path + " was cut short by another program");
    }
    return block.array();
  }

  @Override
  public void append(byte[] block) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(RecordReader.PREFIX + block.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put(magic).putInt(block.length).put(block).flip();
    // One write of a whole record at the end of the last whole one: wherever the process dies, the
    // next load finds the end of the last good block.
    try {
      while (out.hasRemaining()) {
        channel.write(out, end + out.position());
      }
    } catch (IOException e) {
      cutBack(e);
      throw e;
    }
    keep(block.length);
  }

  /** Where the disk is full, half a record must not outlast the attempt, nor a shorter one. */
  private void cutBack(IOException cause) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      channel.close();
    }
  }

  private void fill(ByteBuffer buffer, long offset) throws IOException {
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer, offset + buffer.position());
    }
  }
}
