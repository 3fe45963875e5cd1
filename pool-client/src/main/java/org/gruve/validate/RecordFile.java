package org.gruve.validate;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.gruve.core.hash.Bytes;

/**
 * A file of {@code magic | size | content} records, as nodes keep blocks and undo data; read by
 * position, so that no more than one record is in memory. Any thread.
 */
final class RecordFile implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final XorKey key;
  private final Bytes magic;
  private final long size;

  private RecordFile(Path path, FileChannel channel, XorKey key, Bytes magic, long size) {
    this.path = path;
    this.channel = channel;
    this.key = key;
    this.magic = magic;
    this.size = size;
  }

  /** Where a record's content lies. */
  record Extent(long offset, int size) {}

  static RecordFile open(Path path, XorKey key, Bytes magic) {
    try {
      FileChannel channel = FileChannel.open(path);
      return new RecordFile(path, channel, key, magic, channel.size());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  Path path() {
    return path;
  }

  Bytes magic() {
    return magic;
  }

  long size() {
    return size;
  }

  /** The bytes at a place, without the key. */
  byte[] read(long offset, int count) {
    byte[] bytes = raw(offset, count);
    key.apply(bytes, count, offset);
    return bytes;
  }

  /** The bytes at a place as they lie in the file: what was preallocated is zero only there. */
  byte[] raw(long offset, int count) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new EOFException("it became shorter while it was read");
        }
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return buffer.array();
  }

  /** Takes the key off bytes that {@link #raw} returned. */
  byte[] plain(byte[] raw, long offset) {
    byte[] bytes = raw.clone();
    key.apply(bytes, bytes.length, offset);
    return bytes;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InputException unreadable(Path path, IOException cause) {
    return InputException.environment("cannot read " + path + ": " + cause).because(cause);
  }
}
