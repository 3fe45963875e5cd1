package org.gruve.validate;

import java.io.Closeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gruve.core.block.FormatException;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.validate.RecordFile.Extent;
import org.gruve.validate.RecordScan.Shape;

/**
 * A node's {@code revNNNNN.dat}: what the blocks of the block file with the same number spend. No
 * record says whose it is, but its checksum covers the hash of the block before: SHA256d(previous
 * hash | undo). Any thread.
 */
final class UndoFile implements Closeable {
  private static final int COUNT = 5;
  private static final Shape SHAPE =
      new Shape(1, BlockFile.MOST_UNDO, BlockFile.CHECKSUM, UndoFile::isUndo);

  private final RecordFile file;

  /** Records that nobody has claimed yet, by how many transactions they tell of. */
  private final Map<Integer, Set<Extent>> free = new HashMap<>();

  private UndoFile(RecordFile file) {
    this.file = file;
  }

  static UndoFile open(RecordFile file) {
    UndoFile undo = new UndoFile(file);
    for (Extent extent : RecordScan.of(file, SHAPE).extents()) {
      byte[] beginning = file.read(extent.offset(), Math.min(COUNT, extent.size()));
      int transactions = UndoFormat.announced(beginning);
      undo.free.computeIfAbsent(transactions, none -> new LinkedHashSet<>()).add(extent);
    }
    return undo;
  }

  /**
   * The undo data of a block, if this file has it.
   *
   * @param transactions that are not the coinbase
   */
  synchronized Optional<byte[]> claim(Hash256 prevHash, int transactions) {
    Iterator<Extent> candidates = free.getOrDefault(transactions, Set.of()).iterator();
    while (candidates.hasNext()) {
      Extent extent = candidates.next();
      byte[] record = file.read(extent.offset(), extent.size() + BlockFile.CHECKSUM);
      byte[] undo = Arrays.copyOf(record, extent.size());
      if (Sha256d.hash(prevHash.bytes(), undo).equals(Hash256.of(record, extent.size()))) {
        candidates.remove();
        return Optional.of(undo);
      }
    }
    return Optional.empty();
  }

  private static boolean isUndo(byte[] bytes) {
    try {
      UndoFormat.parse(bytes);
      return true;
    } catch (FormatException e) {
      return false;
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
