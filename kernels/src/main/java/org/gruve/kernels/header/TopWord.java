package org.gruve.kernels.header;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.gruve.core.block.Target;

/**
 * Compares hashes with the top word of a target: first by its leading zeros, which costs a group of
 * lanes one instruction, then exactly. The top word of a hash is its last word with the bytes
 * reversed.
 *
 * @param greatest the greatest top word that hits, unsigned
 * @param zeros the bits of a last hash word that are 0 in all hits
 */
public record TopWord(int greatest, int zeros) {
  /** That of a target. */
  public static TopWord of(Target target) {
    int greatest = target.topWord();
    int room = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    int leading = room == Integer.SIZE ? 0 : -1 << room;
    return new TopWord(greatest, Integer.reverseBytes(leading));
  }

  /** Whether the hash with this last word does. */
  public boolean hits(int lastWord) {
    return Integer.compareUnsigned(Integer.reverseBytes(lastWord), greatest) <= 0;
  }

  /**
   * Tells the hits of a group: the lanes, counted from {@code first}, that passed the test for
   * zeros, are among the first {@code valid}, and whose last word hits.
   */
  public void tell(long passed, int[] lastWords, int valid, int first, IntConsumer hits) {
    for (long left = passed; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      if (lane < valid && hits(lastWords[lane])) {
        hits.accept(first + lane);
      }
    }
  }

  /**
   * Tells the hits among the first {@code valid} of many last words, counted from {@code first}.
   */
  public void tell(MemorySegment lastWords, int valid, int first, IntConsumer hits) {
    for (int i = 0; i < valid; i++) {
      int word = lastWords.get(JAVA_INT, 4L * i);
      if ((word & zeros) == 0 && hits(word)) {
        hits.accept(first + i);
      }
    }
  }
}
