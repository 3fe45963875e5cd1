package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;
import org.gruve.kernels.header.HeaderWords;
import org.gruve.kernels.header.TopWord;

/** One worker's scan of the nonces of one header. Confined to a thread. */
interface NonceScan {
  /** Turns to a header, whose words are those of {@link HeaderWords}. */
  void begin(int[] header);

  /** Tells {@code hits} each nonce that hits, of {@code count} from {@code first} upwards. */
  void scan(int first, long count, TopWord top, IntConsumer hits);
}
