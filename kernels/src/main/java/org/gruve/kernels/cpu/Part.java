package org.gruve.kernels.cpu;

import org.gruve.core.work.Work;
import org.gruve.kernels.header.HeaderWords;

/** Versions of a work that are scanned together, each nonce for all of them; or a single one. */
final class Part {
  private final Work work;
  private final int first;
  private final int count;
  private final boolean rolled;

  /** {@code first} is the number of its first version in the work's slice. */
  Part(Work work, int first, int count, boolean rolled) {
    this.work = work;
    this.first = first;
    this.count = count;
    this.rolled = rolled;
  }

  /** Whether a nonce is scanned for all versions; else nonces are, of the only one. */
  boolean isRolled() {
    return rolled;
  }

  int count() {
    return count;
  }

  /** The number of the first version after it. */
  int end() {
    return first + count;
  }

  int version(int index) {
    return work.versions().version(first + index);
  }

  /** The words of a version's header, as {@link HeaderWords} has them. */
  int[] header(int index) {
    return HeaderWords.of(work, version(index));
  }
}
