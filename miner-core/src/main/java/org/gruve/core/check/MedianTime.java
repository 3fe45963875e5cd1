package org.gruve.core.check;

import java.util.Arrays;
import java.util.OptionalLong;

/** The median of eleven times (Core: CBlockIndex::GetMedianTimePast), in unsigned seconds. */
final class MedianTime {
  private static final int SPAN = 11;

  private MedianTime() {}

  /** That of the block at {@code height} and the ten before it; nothing where one is not known. */
  static OptionalLong at(Ancestors chain, int height) {
    int count = Math.min(SPAN, height + 1);
    if (height > chain.height() || height - count + 1 < chain.lowest()) {
      return OptionalLong.empty();
    }
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = Integer.toUnsignedLong(chain.header(height - i).time());
    }
    Arrays.sort(times);
    return OptionalLong.of(times[count / 2]);
  }

  /** That of the parent: what the next block's time must exceed. */
  static OptionalLong past(Ancestors chain) {
    return at(chain, chain.height());
  }
}
