package org.gruve.kernels.cpu;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.RolledSchedule;
import org.gruve.kernels.header.TopWord;

/** Versions in groups of lanes, each group by one call of a generated kernel. */
final class LaneVersions implements RolledScan {
  private final RolledRounds rounds;
  private final int group;
  private final int[] midstates;
  private final int[] schedule = new int[RolledSchedule.WORDS];
  private final int[] scratch;
  private int[] header = {};
  private int count;

  LaneVersions(RolledRounds rounds) {
    this.rounds = rounds;
    this.group = rounds.lanes() * RolledPrologue.WORDS;
    this.midstates = new int[MOST * RolledPrologue.WORDS];
    this.scratch = new int[rounds.lanes() * rounds.slots()];
  }

  @Override
  public void begin(int versions) {
    count = Objects.checkIndex(versions - 1, MOST) + 1;
  }

  @Override
  public void version(int index, int[] words) {
    int lanes = rounds.lanes();
    RolledPrologue.into(words, midstates, index / lanes * group + index % lanes, lanes);
    header = words;
  }

  @Override
  public void scan(int nonce, TopWord top, IntConsumer hits) {
    header[HeaderWords.NONCE] = nonce;
    RolledSchedule.into(header, schedule, 0, 1);
    int lanes = rounds.lanes();
    for (int first = 0, at = 0; first < count; first += lanes, at += group) {
      long passed = rounds.scan(schedule, midstates, at, scratch, top.zeros());
      if (passed != 0) {
        top.tell(passed, scratch, Math.min(lanes, count - first), first, hits);
      }
    }
  }
}
