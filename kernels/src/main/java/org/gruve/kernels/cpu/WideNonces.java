package org.gruve.kernels.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.gruve.kernels.generate.WideCode;
import org.gruve.kernels.header.NoncePrologue;
import org.gruve.kernels.header.TopWord;
import org.gruve.kernels.x86.MachineCode;

/** Nonces by machine code for AVX-512, up to 1024 to a call. */
final class WideNonces implements NonceScan {
  private static final int MOST = 1024;

  private final MachineCode code;
  private final WideContext context;
  private final MemorySegment lastWords;
  private final int[] common = new int[NoncePrologue.WORDS];

  WideNonces(WideCode source, MachineCode code) {
    this.code = code;
    Arena arena = Arena.ofAuto();
    context = new WideContext(arena, source);
    lastWords = arena.allocate(4L * MOST, 64);
  }

  @Override
  public void begin(int[] header) {
    NoncePrologue.into(header, common, 0, 1);
    context.common(common);
  }

  @Override
  public void scan(int first, long count, TopWord top, IntConsumer hits) {
    context.zeros(top);
    context.countFrom(first);
    for (long done = 0; done < count; done += MOST) {
      int valid = (int) Math.min(MOST, count - done);
      int groups = Math.ceilDiv(valid, WideCode.LANES);
      if (code.call(context.memory(), MemorySegment.NULL, lastWords, groups) != 0) {
        top.tell(lastWords, valid, first + (int) done, hits);
      }
    }
  }
}
