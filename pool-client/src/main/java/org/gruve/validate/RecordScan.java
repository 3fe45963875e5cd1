package org.gruve.validate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.gruve.core.hash.Bytes;
import org.gruve.validate.RecordFile.Extent;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a file. As Core does (LoadExternalBlockFile), it looks for the next magic
 * where none is expected, and it knows zeros at the end as room that was not used yet.
 */
final class RecordScan {
  private static final int PREFIX = 8;
  private static final int WINDOW = 1 << 20;
  private static final long MOST_DOUBTED = 512L << 20;

  private final RecordFile file;
  private final int least;
  private final int most;
  private final int trailer;
  private final Predicate<byte[]> content;
  private final List<Extent> extents = new ArrayList<>();
  private long skipped;
  private long doubted;
  private long windowStart;
  private byte[] window = {};
  private byte[] plain = {};

  private RecordScan(RecordFile file, Shape shape) {
    this.file = file;
    this.least = shape.least();
    this.most = shape.most();
    this.trailer = shape.trailer();
    this.content = shape.content();
  }

  /**
   * What a file holds.
   *
   * @param skipped bytes that belong to no record and are not the zeros at the end
   */
  record Found(List<Extent> extents, long skipped) {}

  /**
   * What records look like: content of {@code least} to {@code most} bytes and a trailer after it.
   *
   * @param content whether bytes are whole content; asked only where what follows is no record, as
   *     after one that was cut short
   */
  record Shape(int least, int most, int trailer, Predicate<byte[]> content) {}

  static Found of(RecordFile file, Shape shape) {
    RecordScan scan = new RecordScan(file, shape);
    scan.all();
    return new Found(List.copyOf(scan.extents), scan.skipped);
  }

  private void all() {
    long at = 0;
    long zeros = 0;
    while (at + PREFIX <= file.size()) {
      load(at);
      Extent extent = recordAt(at);
      if (extent != null) {
        extents.add(extent);
        skipped += zeros;
        zeros = 0;
        at = extent.offset() + extent.size() + trailer;
      } else if (window[(int) (at - windowStart)] == 0) {
        // Not counted before something else follows: a node's room for more blocks.
        zeros++;
        at++;
      } else {
        skipped += 1 + zeros;
        zeros = 0;
        at++;
      }
    }
  }

  private @Nullable Extent recordAt(long at) {
    int start = (int) (at - windowStart);
    for (int i = 0; i < file.magic().size(); i++) {
      if ((plain[start + i] & 0xff) != file.magic().at(i)) {
        return null;
      }
    }
    long size =
        Integer.toUnsignedLong(
            ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(start + 4));
    boolean fits = size >= least && size <= most && at + PREFIX + size + trailer <= file.size();
    Extent extent = new Extent(at + PREFIX, fits ? (int) size : 0);
    return fits && isWhole(extent) ? extent : null;
  }

  private boolean isWhole(Extent extent) {
    long end = extent.offset() + extent.size() + trailer;
    int size = (int) Math.min(file.magic().size(), file.size() - end);
    byte[] next = file.raw(end, size);
    boolean unused = Arrays.equals(next, new byte[size]);
    byte[] plainNext = file.plain(next, end);
    return unused
        || (size == file.magic().size() && Bytes.of(plainNext).equals(file.magic()))
        || isContent(extent);
  }

  /** Records that only seem to begin may overlap, so that what is read of them has no bound. */
  private boolean isContent(Extent extent) {
    doubted += extent.size();
    if (doubted > MOST_DOUBTED + 4 * file.size()) {
      throw InputException.invalid(file.path() + " is full of records that are none");
    }
    return content.test(file.read(extent.offset(), extent.size()));
  }

  /** Makes sure that a prefix at this place lies within the window. */
  private void load(long at) {
    if (at >= windowStart && at + PREFIX <= windowStart + window.length) {
      return;
    }
    windowStart = at;
    window = file.raw(at, (int) Math.min(WINDOW, file.size() - at));
    plain = file.plain(window, at);
  }
}
