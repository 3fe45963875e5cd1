package org.gruve.validate;

import java.util.stream.IntStream;

/**
 * Tells sets of heights apart by one number, so that shards can say which blocks they have: the
 * numbers of disjoint sets add up to that of all, while a block that is there twice does not make
 * up for one that is missing. Genesis is built in and counts for nothing. This finds mistakes; who
 * writes reports by hand can lie in them anyhow.
 */
final class HeightSum {
  private HeightSum() {}

  /** In hex. */
  static String of(IntStream heights) {
    return Long.toHexString(heights.mapToLong(HeightSum::mixed).sum());
  }

  /** NumberFormatException where it is none. */
  static long parse(String sum) {
    return Long.parseUnsignedLong(sum, 16);
  }

  /** That of all heights up to the last. */
  static long upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToLong(HeightSum::mixed).sum();
  }

  /** The output function of SplitMix64; 0 for 0. */
  private static long mixed(int height) {
    long z = height * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
