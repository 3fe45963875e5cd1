package org.gruve.kernels.cpu;

import java.lang.foreign.MemorySegment;
import org.gruve.core.hash.Sha256;

/** The states that {@link ShaCode} starts from: what does not depend on the nonce is done ahead. */
final class ShaStates {
  private ShaStates() {}

  /** The state after round 3 as far as it goes without the nonce, and the midstate. */
  static void write(MemorySegment states, int index, int[] header) {
    int[] ahead = Sha256.afterRounds(header, header[8], header[9], header[10], 0);
    int at = index * ShaContext.STATE;
    pair(states, at, ahead);
    pair(states, at + 32, header);
  }

  private static void pair(MemorySegment states, int at, int[] s) {
    ShaContext.row(states, at, s[5], s[4], s[1], s[0]);
    ShaContext.row(states, at + 16, s[7], s[6], s[3], s[2]);
  }
}
