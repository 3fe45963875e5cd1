package org.gruve.kernels.gpu;

import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** The way through a work, scan after scan: block after block of its versions, or one by one. */
final class GpuWork {
  /** Below so many versions the threads of a group would not all have one. */
  static final int LEAST_VERSIONS = 256;

  /** All versions of BIP 320; their midstates take 5 MB. */
  static final int MOST_VERSIONS = 1 << 16;

  /** Kernels count up to it in 32 bits, with room for a grid more. */
  static final long MOST_NONCES = 1L << 30;

  private final Work work;
  private int version;
  private @Nullable VersionBlock block;
  private int column;
  private long offset;

  GpuWork(Work work) {
    this.work = work;
    turnTo(0);
  }

  /** The next scan, of about {@code hashes}; null when the work is used up. */
  @Nullable Scan next(long hashes) {
    if (offset == work.nonces()) {
      int after = version + (block == null ? 1 : block.count());
      if (after >= work.versions().count()) {
        return null;
      }
      turnTo(after);
    }
    return block == null ? nonces(hashes) : versions(block, hashes);
  }

  private void turnTo(int first) {
    int left = work.versions().count() - first;
    version = first;
    block =
        left < LEAST_VERSIONS ? null : new VersionBlock(work, first, Math.min(left, MOST_VERSIONS));
    column = 0;
    offset = 0;
  }

  private Scan nonces(long hashes) {
    long count = Math.min(Math.clamp(hashes, 1, MOST_NONCES), work.nonces() - offset);
    var scan = new Scan.Nonces(work, version, firstNonce(), count);
    offset += count;
    return scan;
  }

  /** Whole rows of versions where as much is asked for, else a part of the row that was begun. */
  private Scan versions(VersionBlock rolled, long hashes) {
    int left = rolled.count() - column;
    if (column > 0 || hashes < left) {
      int count = Math.clamp(hashes, Math.min(left, LEAST_VERSIONS), left);
      var scan = new Scan.Versions(rolled, column, count, firstNonce(), 1);
      column = (column + count) % rolled.count();
      offset += column == 0 ? 1 : 0;
      return scan;
    }
    long nonces = Math.min(hashes / rolled.count(), work.nonces() - offset);
    long count = Math.min(nonces, MOST_NONCES);
    var scan = new Scan.Versions(rolled, 0, rolled.count(), firstNonce(), count);
    offset += count;
    return scan;
  }

  private int firstNonce() {
    return work.firstNonce() + (int) offset;
  }
}
