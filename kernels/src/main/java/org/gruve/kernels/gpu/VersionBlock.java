package org.gruve.kernels.gpu;

import java.nio.ByteBuffer;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** Versions of a work whose midstates are on a device together. No two blocks are equal. */
public final class VersionBlock {
  private static final int BLOCK_WORDS = 16;
  private static final int TAIL_WORDS = 3;

  private final Work work;
  private final int first;
  private final int count;

  /** Those from number {@code first} of the work's slice on. */
  VersionBlock(Work work, int first, int count) {
    this.work = work;
    this.first = first;
    this.count = count;
  }

  Work work() {
    return work;
  }

  /** How many versions. */
  public int count() {
    return count;
  }

  /** The first 64 bytes of the header as 16 words; the version is not yet the right one. */
  public int[] block() {
    return words(0, BLOCK_WORDS);
  }

  /** The three words of the header before its nonce. */
  public int[] tail() {
    return words(4 * BLOCK_WORDS, TAIL_WORDS);
  }

  /** The version bits that never change. */
  public int base() {
    return versions().base();
  }

  /** The version bits that are rolled. */
  public int mask() {
    return versions().mask();
  }

  /** Number {@code first} among all subsets of the mask. */
  public int firstSubset() {
    return versions().first() + first;
  }

  Candidate hit(int index, int nonce) {
    return new Candidate(work, versions().version(first + index), nonce);
  }

  private VersionSlice versions() {
    return work.versions();
  }

  private int[] words(int offset, int count) {
    int[] words = new int[count];
    byte[] header = work.header(versions().version(first), 0).bytes();
    ByteBuffer.wrap(header, offset, 4 * count).asIntBuffer().get(words);
    return words;
  }
}
