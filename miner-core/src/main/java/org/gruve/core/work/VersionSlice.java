package org.gruve.core.work;

/**
 * {@code count} versions out of the subsets of {@code mask}, set in {@code base}. The mask holds
 * only bits that are 0 in the base (servers agree on nothing else). Number {@code i} of the slice
 * has the bits of {@code first + i} spread over the mask, lowest first.
 */
public record VersionSlice(int base, int mask, int first, int count) {
  /** Refuses a mask that overlaps the base, and a slice beyond the mask's subsets. */
  public VersionSlice {
    if ((base & mask) != 0) {
      throw new IllegalArgumentException("the mask overlaps the base version");
    }
    if (first < 0 || count < 1 || (long) first + count > subsets(mask)) {
      throw new IllegalArgumentException(
          "versions " + first + " + " + count + " of only " + subsets(mask));
    }
  }

  /** The one version of work that may not be rolled. */
  public static VersionSlice single(int version) {
    return new VersionSlice(version, 0, 0, 1);
  }

  /** How many versions a mask allows, at most 2^30. */
  public static long subsets(int mask) {
    return 1L << Math.min(30, Integer.bitCount(mask));
  }

  /** Version number {@code i} of this slice, 0 ≤ i < count. */
  public int version(int i) {
    return base | Integer.expand(first + i, mask);
  }
}
