package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.gruve.kernels.header.TopWord;
import org.gruve.kernels.x86.MachineCode;

/** Nonces by {@link ShaCode}, up to 1024 to a call. */
final class ShaNonces implements NonceScan {
  private static final int GROUPS = 256;

  private final MachineCode code;
  private final MemorySegment context;
  private final MemorySegment state;
  private final MemorySegment lastWords;

  ShaNonces(MachineCode code) {
    this.code = code;
    Arena arena = Arena.ofAuto();
    context = ShaContext.in(arena);
    state = arena.allocate(ShaContext.STATE, 64);
    lastWords = arena.allocate(JAVA_INT, GROUPS * ShaCode.STREAMS);
  }

  @Override
  public void begin(int[] header) {
    ShaStates.write(state, 0, header);
    ShaContext.row(context, ShaContext.TAIL, header[8], header[9], header[10], 0);
  }

  @Override
  public void scan(int first, long count, TopWord top, IntConsumer hits) {
    ShaContext.zeros(context, top);
    ShaContext.row(context, ShaContext.COUNTER, first, first + 1, first + 2, first + 3);
    for (long done = 0; done < count; done += GROUPS * ShaCode.STREAMS) {
      int valid = (int) Math.min(GROUPS * ShaCode.STREAMS, count - done);
      if (code.call(context, state, lastWords, Math.ceilDiv(valid, ShaCode.STREAMS)) != 0) {
        top.tell(lastWords, valid, first + (int) done, hits);
      }
    }
  }
}
