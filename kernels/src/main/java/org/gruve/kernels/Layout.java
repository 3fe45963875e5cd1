package org.gruve.kernels;

import org.gruve.core.work.VersionSlice;

/** How the work of a benchmark is laid out, as pools decide it. */
public enum Layout {
  /** 65,536 versions with all nonces each, as a pool that allows version rolling gives. */
  VERSION_ROLLED("version-rolled", 0x1fffe000),

  /** One version with all nonces, as a pool that does not. */
  ONE_VERSION("one-version", 0);

  private final String label;
  private final int mask;

  Layout(String label, int mask) {
    this.label = label;
    this.mask = mask;
  }

  /** Its name for people and programs. */
  public String label() {
    return label;
  }

  /** All versions that a pool would allow with {@code version}. */
  VersionSlice all(int version) {
    return new VersionSlice(version & ~mask, mask, 0, (int) VersionSlice.subsets(mask));
  }

  /** So many of them, or fewer if there are no more, with {@code version} itself among them. */
  public VersionSlice around(int version, int count) {
    int all = (int) VersionSlice.subsets(mask);
    int taken = Math.min(count, all);
    int first = Math.clamp(Integer.compress(version, mask) - taken / 2, 0, all - taken);
    return new VersionSlice(version & ~mask, mask, first, taken);
  }
}
