package org.gruve.kernels.cpu;

import org.gruve.kernels.header.NoncePrologue;

/**
 * Double SHA-256 of one group of consecutive nonces, one to a lane. Implementations are generated,
 * stateless, and compute nothing but the last word of each hash.
 */
interface LaneRounds {
  /** Nonces to a group, at most 64. */
  int lanes();

  /** Words of scratch space to a lane. */
  int slots();

  /**
   * Hashes the nonces from {@code first} upwards, modulo 2^32, and leaves the last hash word of
   * lane {@code i} in {@code x[i]}.
   *
   * @param u what {@link NoncePrologue} says of the header
   * @param x scratch of {@code lanes() × slots()} words
   * @param zeros bits that must be 0 in a hash word
   * @return a bit for each lane whose hash word has them all 0
   */
  long scan(int[] u, int[] x, int first, int zeros);
}
