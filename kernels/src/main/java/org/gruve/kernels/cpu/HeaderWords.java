package org.gruve.kernels.cpu;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gruve.core.hash.Sha256;
import org.gruve.core.work.Work;

/** What a kernel is given of a header: its midstate and the three words before its nonce. */
final class HeaderWords {
  private HeaderWords() {}

  static int[] of(Work work, int version) {
    byte[] header = work.header(version, 0).bytes();
    int[] words = Arrays.copyOf(Sha256.midstate(header), 12);
    ByteBuffer tail = ByteBuffer.wrap(header, 64, 12).slice();
    for (int i = 0; i < 3; i++) {
      words[8 + i] = tail.getInt(4 * i);
    }
    return words;
  }
}
