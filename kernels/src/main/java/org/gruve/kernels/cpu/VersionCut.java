package org.gruve.kernels.cpu;

import org.gruve.core.work.Work;

/**
 * How the versions of a work are cut into parts. Rolled versions save the first hash's schedule,
 * but need full groups of lanes, and enough of them for one nonce that its schedule costs little.
 *
 * @param least so many versions or more are rolled
 * @param most so many are rolled at once
 * @param multiple a part that is rolled has a multiple of so many
 */
record VersionCut(int least, int most, int multiple) {
  /** The widest kernel has 16 lanes, and below 64 versions the schedule eats up what it saves. */
  static final VersionCut TUNED = new VersionCut(64, RolledScan.MOST, 16);

  /** The same with parts that a kernel scans quickly even where it is not compiled yet. */
  VersionCut small() {
    return new VersionCut(least, Math.min(most, Math.max(least, multiple)), multiple);
  }

  /** The part that begins with version number {@code first} of a work. */
  Part part(Work work, int first) {
    int left = work.versions().count() - first;
    int together = Math.min(left, most) / multiple * multiple;
    return left >= least && together > 0
        ? new Part(work, first, together, true)
        : new Part(work, first, 1, false);
  }
}
