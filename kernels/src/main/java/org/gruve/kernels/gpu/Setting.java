package org.gruve.kernels.gpu;

/**
 * How kernels run on a device: what is tuned.
 *
 * @param groupSize threads to a group
 * @param perThread hashes that a thread computes in one launch, at most
 */
public record Setting(Variant variant, int groupSize, int perThread) {
  /** What runs well everywhere. */
  public static final Setting USUAL = new Setting(Variant.PLAIN, 256, 128);

  /** {@code plain, 256 x 128}. */
  public String label() {
    return variant.label() + ", " + groupSize + " x " + perThread;
  }
}
