package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.RolledSchedule;
import org.gruve.kernels.header.TopWord;
import org.gruve.kernels.x86.MachineCode;

/** Versions by {@link ShaCode}, all of them in one call for each nonce. */
final class ShaVersions implements RolledScan {
  private final MachineCode code;
  private final MemorySegment context;
  private final MemorySegment states;
  private final MemorySegment lastWords;
  private final int[] sums = new int[RolledSchedule.WORDS];
  private int[] header = {};
  private int count;

  ShaVersions(MachineCode code) {
    this.code = code;
    Arena arena = Arena.ofAuto();
    context = ShaContext.in(arena);
    states = arena.allocate((long) MOST * ShaContext.STATE, 64);
    lastWords = arena.allocate(JAVA_INT, MOST);
  }

  @Override
  public void begin(int versions) {
    count = Objects.checkIndex(versions - 1, MOST) + 1;
  }

  @Override
  public void version(int index, int[] newHeader) {
    header = newHeader;
    ShaStates.write(states, index, header);
  }

  @Override
  public void scan(int nonce, TopWord top, IntConsumer hits) {
    schedule(nonce);
    ShaContext.zeros(context, top);
    if (code.call(context, states, lastWords, Math.ceilDiv(count, ShaCode.STREAMS)) != 0) {
      top.tell(lastWords, count, 0, hits);
    }
  }

  /** The first of the sums is that of round 3, which is in the states but for the nonce. */
  private void schedule(int nonce) {
    header[HeaderWords.NONCE] = nonce;
    RolledSchedule.into(header, sums, 0, 1);
    MemorySegment.copy(sums, 1, context, JAVA_INT, ShaContext.LATE_SUMS_OF_FIRST, sums.length - 1);
    int reversed = Integer.reverseBytes(nonce);
    ShaContext.row(context, ShaContext.NONCE, 0, reversed, 0, reversed);
  }
}
