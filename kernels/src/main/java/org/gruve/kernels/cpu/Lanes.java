package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;

/** A kernel with one worker's scratch space: runs of nonces in groups of lanes. */
final class Lanes {
  private final LaneRounds rounds;
  private final int[] scratch;

  Lanes(LaneRounds rounds) {
    this.rounds = rounds;
    this.scratch = new int[rounds.lanes() * rounds.slots()];
  }

  /** Nonces to a group. */
  int count() {
    return rounds.lanes();
  }

  /** Tells {@code hits} each nonce that hits, of {@code count} from {@code first} upwards. */
  void scan(int[] uniform, int first, long count, TopWord top, IntConsumer hits) {
    int lanes = count();
    for (long done = 0; done < count; done += lanes) {
      int nonce = first + (int) done;
      long passed = rounds.scan(uniform, scratch, nonce, top.zeros());
      if (count - done < lanes) {
        passed &= (1L << (count - done)) - 1;
      }
      if (passed != 0) {
        collect(passed, nonce, top, hits);
      }
    }
  }

  private void collect(long passed, int nonce, TopWord top, IntConsumer hits) {
    for (long left = passed; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      if (top.hits(scratch[lane])) {
        hits.accept(nonce + lane);
      }
    }
  }
}
