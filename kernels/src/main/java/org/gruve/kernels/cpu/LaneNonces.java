package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;
import org.gruve.kernels.header.NoncePrologue;
import org.gruve.kernels.header.TopWord;

/** Nonces in groups of lanes, each group by one call of a generated kernel. */
final class LaneNonces implements NonceScan {
  private final LaneRounds rounds;
  private final int[] uniform = new int[NoncePrologue.WORDS];
  private final int[] scratch;

  LaneNonces(LaneRounds rounds) {
    this.rounds = rounds;
    this.scratch = new int[rounds.lanes() * rounds.slots()];
  }

  @Override
  public void begin(int[] header) {
    NoncePrologue.into(header, uniform, 0, 1);
  }

  @Override
  public void scan(int first, long count, TopWord top, IntConsumer hits) {
    int lanes = rounds.lanes();
    for (long done = 0; done < count; done += lanes) {
      int nonce = first + (int) done;
      long passed = rounds.scan(uniform, scratch, nonce, top.zeros());
      if (passed != 0) {
        int valid = (int) Math.min(lanes, count - done);
        top.tell(passed, scratch, valid, nonce, hits);
      }
    }
  }
}
