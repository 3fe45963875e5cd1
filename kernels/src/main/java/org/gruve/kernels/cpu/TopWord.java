package org.gruve.kernels.cpu;

import org.gruve.core.block.Target;

/**
 * Compares hashes with the top word of a target: first by its leading zeros, which costs a group of
 * lanes one instruction, then exactly. The top word of a hash is its last word with the bytes
 * reversed.
 *
 * @param greatest the greatest top word that hits, unsigned
 * @param zeros the bits of a last hash word that are 0 in all hits
 */
record TopWord(int greatest, int zeros) {
  static TopWord of(Target target) {
    int greatest = target.topWord();
    int room = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    int leading = room == Integer.SIZE ? 0 : -1 << room;
    return new TopWord(greatest, Integer.reverseBytes(leading));
  }

  boolean hits(int lastWord) {
    return Integer.compareUnsigned(Integer.reverseBytes(lastWord), greatest) <= 0;
  }
}
