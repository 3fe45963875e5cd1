package org.gruve.core.check;

import java.math.BigInteger;
import java.util.Optional;
import org.gruve.core.block.ChainWork;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;

/**
 * Targets as bytes, to compare hashes with, and their work, both computed only when nBits changes.
 */
final class TargetCache {
  private static final int SIZE = 32;

  private final Target limit;
  private final Entry[] recent = new Entry[2];
  private int next;
  private BigInteger work = BigInteger.ZERO;
  private int workBits;
  private long workCount;

  TargetCache(Target limit) {
    this.limit = limit;
  }

  /** Whether a hash, in hashed order, meets nBits, and the network's limit allows these. */
  boolean isMetBy(byte[] hash, int nbits) {
    return entry(nbits).isMetBy(hash);
  }

  /** Adds the work of one block. */
  void count(int nbits) {
    if (nbits != workBits) {
      work = work();
      workBits = nbits;
      workCount = 0;
    }
    workCount++;
  }

  /** All work that was counted. */
  BigInteger work() {
    return workCount == 0
        ? work
        : work.add(ChainWork.ofBits(workBits).multiply(BigInteger.valueOf(workCount)));
  }

  /** Two are kept: testnets go to and fro between the limit and a real target. */
  private Entry entry(int nbits) {
    for (Entry known : recent) {
      if (known != null && known.nbits == nbits) {
        return known;
      }
    }
    Entry made = new Entry(nbits, limit);
    recent[next] = made;
    next ^= 1;
    return made;
  }

  /** Little-endian bytes of a target; all hashes miss nBits that the network does not allow. */
  private static final class Entry {
    private final int nbits;
    private final boolean allowed;
    private final byte[] bytes = new byte[SIZE];

    Entry(int nbits, Target limit) {
      this.nbits = nbits;
      Optional<Target> target =
          CompactBits.target(nbits).filter(value -> value.value().compareTo(limit.value()) <= 0);
      allowed = target.isPresent();
      byte[] big = target.map(Target::value).orElse(BigInteger.ZERO).toByteArray();
      for (int i = 0; i < Math.min(SIZE, big.length); i++) {
        bytes[i] = big[big.length - 1 - i];
      }
    }

    boolean isMetBy(byte[] hash) {
      for (int i = SIZE - 1; i >= 0; i--) {
        int difference = (hash[i] & 0xff) - (bytes[i] & 0xff);
        if (difference != 0) {
          return allowed && difference < 0;
        }
      }
      return allowed;
    }
  }
}
