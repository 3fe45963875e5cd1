package org.gruve.core.work;

import org.gruve.core.hash.Hash256;

/**
 * How the space of a job at one time is cut into slices, numbered from 0. The number of slices is a
 * power of two, so that the greatest number is also their mask.
 */
sealed interface Slices {
  /** The greatest number of a slice, unsigned. */
  long last();

  /** Slice {@code number} of the job at a time. */
  Work slice(Job job, int time, long number);

  static Slices of(Job job) {
    int mask = rollable(job);
    return switch (job.merkle()) {
      case MerkleSource.Fixed(Hash256 root) -> ofRoot(root, mask);
      case MerkleSource.Coinbase coinbase -> {
        CoinbaseRoots roots = new CoinbaseRoots(coinbase);
        int size = coinbase.extranonce2Size();
        yield size > 0
            ? new ByExtranonce2(roots, size, mask)
            : ofRoot(roots.root(Extranonce2.NONE), mask);
      }
    };
  }

  /** Bits that are set in the job's version cannot be rolled in a way that all pools agree on. */
  static int rollable(Job job) {
    return job.versionMask() & ~job.header().version();
  }

  private static Slices ofRoot(Hash256 root, int mask) {
    return VersionSlice.subsets(mask) > ByVersion.SIZE
        ? new ByVersion(root, mask)
        : new ByNonce(root, mask);
  }

  /** Every extranonce2 is a slice, as far as eight bytes count. */
  record ByExtranonce2(CoinbaseRoots roots, int size, int mask) implements Slices {
    @Override
    public long last() {
      return -1L >>> (Long.SIZE - 8 * Math.min(size, Long.BYTES));
    }

    @Override
    public Work slice(Job job, int time, long number) {
      Extranonce2 extranonce2 = new Extranonce2(number, size);
      Hash256 root = roots.root(extranonce2);
      int base = job.header().version();
      VersionSlice all = new VersionSlice(base, mask, 0, (int) VersionSlice.subsets(mask));
      return new Work(job, extranonce2, root, time, all, 0, Work.ALL_NONCES);
    }
  }

  /** One root and many versions: so many of them are a slice, enough for version-rolled lanes. */
  record ByVersion(Hash256 root, int mask) implements Slices {
    static final int SIZE = 256;

    @Override
    public long last() {
      return VersionSlice.subsets(mask) / SIZE - 1;
    }

    @Override
    public Work slice(Job job, int time, long number) {
      int first = (int) number * SIZE;
      VersionSlice versions = new VersionSlice(job.header().version(), mask, first, SIZE);
      return new Work(job, Extranonce2.NONE, root, time, versions, 0, Work.ALL_NONCES);
    }
  }

  /**
   * One root and few versions, or one: a range of nonces is a slice, so that all workers get some.
   */
  record ByNonce(Hash256 root, int mask) implements Slices {
    private static final long SIZE = 1L << 26;

    @Override
    public long last() {
      return Work.ALL_NONCES / SIZE - 1;
    }

    @Override
    public Work slice(Job job, int time, long number) {
      int base = job.header().version();
      VersionSlice all = new VersionSlice(base, mask, 0, (int) VersionSlice.subsets(mask));
      return new Work(job, Extranonce2.NONE, root, time, all, (int) (number * SIZE), SIZE);
    }
  }
}
