package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.gruve.kernels.generate.WideCode;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.RolledSchedule;
import org.gruve.kernels.header.TopWord;
import org.gruve.kernels.x86.MachineCode;

/** Versions by machine code for AVX-512, all of them in one call for each nonce. */
final class WideVersions implements RolledScan {
  private static final int GROUP = WideCode.LANES * RolledPrologue.WORDS;

  private final MachineCode code;
  private final WideContext context;
  private final MemorySegment midstates;
  private final MemorySegment lastWords;
  private final int[] words = new int[RolledPrologue.WORDS];
  private final int[] schedule = new int[RolledSchedule.WORDS];
  private int[] header = {};
  private int count;

  WideVersions(WideCode source, MachineCode code) {
    this.code = code;
    Arena arena = Arena.ofAuto();
    context = new WideContext(arena, source);
    midstates = arena.allocate(4L * GROUP * (MOST / WideCode.LANES), 64);
    lastWords = arena.allocate(4L * MOST, 64);
  }

  @Override
  public void begin(int versions) {
    count = Objects.checkIndex(versions - 1, MOST) + 1;
  }

  @Override
  public void version(int index, int[] newHeader) {
    header = newHeader;
    RolledPrologue.into(header, words, 0, 1);
    int at = index / WideCode.LANES * GROUP + index % WideCode.LANES;
    for (int i = 0; i < words.length; i++) {
      midstates.setAtIndex(JAVA_INT, at + (long) i * WideCode.LANES, words[i]);
    }
  }

  @Override
  public void scan(int nonce, TopWord top, IntConsumer hits) {
    header[HeaderWords.NONCE] = nonce;
    RolledSchedule.into(header, schedule, 0, 1);
    context.common(schedule);
    context.zeros(top);
    int groups = Math.ceilDiv(count, WideCode.LANES);
    if (code.call(context.memory(), midstates, lastWords, groups) != 0) {
      top.tell(lastWords, count, 0, hits);
    }
  }
}
