package org.gruve.kernels.cpu;

import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.RolledSchedule;

/**
 * Double SHA-256 of one nonce for a group of midstates, one to a lane. Implementations are
 * generated, stateless, and compute nothing but the last word of each hash.
 */
interface RolledRounds {
  /** Midstates to a group, at most 64. */
  int lanes();

  /** Words of scratch space to a lane. */
  int slots();

  /**
   * Hashes one nonce, and leaves the last hash word of lane {@code i} in {@code x[i]}.
   *
   * @param u what {@link RolledSchedule} says of the nonce
   * @param m from {@code at}, what {@link RolledPrologue} says of the midstates: each of its words
   *     for all lanes, one word after the other
   * @param x scratch of {@code lanes() × slots()} words
   * @param zeros bits that must be 0 in a hash word
   * @return a bit for each lane whose hash word has them all 0
   */
  long scan(int[] u, int[] m, int at, int[] x, int zeros);
}
