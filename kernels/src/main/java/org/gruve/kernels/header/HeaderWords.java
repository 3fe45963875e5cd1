package org.gruve.kernels.header;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gruve.core.hash.Sha256;
import org.gruve.core.work.Work;

/**
 * What a kernel is given of a header: its midstate, the three words before its nonce, the nonce.
 */
public final class HeaderWords {
  /** Where the nonce is, as it is counted; the words before it are as they are hashed. */
  public static final int NONCE = 11;

  private HeaderWords() {}

  /** Those of a work's version; the nonce is left 0. */
  public static int[] of(Work work, int version) {
    byte[] header = work.header(version, 0).bytes();
    int[] words = Arrays.copyOf(Sha256.midstate(header), NONCE + 1);
    ByteBuffer tail = ByteBuffer.wrap(header, 64, 12).slice();
    for (int i = 8; i < NONCE; i++) {
      words[i] = tail.getInt(4 * (i - 8));
    }
    return words;
  }
}
