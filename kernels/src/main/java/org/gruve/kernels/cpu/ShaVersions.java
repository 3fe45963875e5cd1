package org.gruve.kernels.cpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.gruve.core.hash.Sha256;
import org.gruve.kernels.x86.MachineCode;

/** Versions by {@link ShaCode}, all of them in one call for each nonce. */
final class ShaVersions implements RolledScan {
  private final MachineCode code;
  private final MemorySegment context;
  private final MemorySegment states;
  private final MemorySegment lastWords;
  private final int[] words = new int[64];
  private int count;

  ShaVersions(MachineCode code) {
    this.code = code;
    Arena arena = Arena.ofAuto();
    context = ShaContext.in(arena);
    states = arena.allocate((long) MOST * ShaContext.STATE, 64);
    lastWords = arena.allocate(JAVA_INT, MOST);
    words[4] = 1 << 31;
    words[15] = 640;
  }

  @Override
  public void begin(int versions) {
    count = versions;
  }

  @Override
  public void version(int index, int[] header) {
    ShaStates.write(states, index, header);
    System.arraycopy(header, 8, words, 0, 3);
  }

  @Override
  public void scan(int nonce, TopWord top, IntConsumer hits) {
    schedule(Integer.reverseBytes(nonce));
    ShaContext.zeros(context, top);
    if (code.call(context, states, lastWords, Math.ceilDiv(count, ShaCode.STREAMS)) != 0) {
      top.tell(lastWords, count, 0, hits);
    }
  }

  /** The sums for round 3 and before are in the states, but for the nonce. */
  private void schedule(int nonce) {
    words[3] = nonce;
    Sha256.expand(words);
    for (int t = 4; t < 64; t++) {
      ShaContext.set(context, ShaContext.SUMS, t, words[t] + Sha256.k(t));
    }
    ShaContext.row(context, ShaContext.NONCE, 0, nonce, 0, nonce);
  }
}
