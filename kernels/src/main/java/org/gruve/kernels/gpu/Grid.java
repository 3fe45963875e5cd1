package org.gruve.kernels.gpu;

/**
 * How a scan is laid out over groups of threads: enough groups for all units, several times over,
 * and no group so short that its start costs more than a little.
 *
 * @param units what runs groups on the device
 */
public record Grid(int units, Setting setting) {
  /** So many groups to a unit keep it busy while some wait. */
  private static final int GROUPS_PER_UNIT = 8;

  /** More of them one below the other CUDA does not take. */
  private static final int MOST_ROWS = (1 << 16) - 1;

  /** Groups of the nonce kernel. */
  public int groups(Scan.Nonces scan) {
    long threads = Math.ceilDiv(scan.count(), setting.perThread());
    long wanted = Math.ceilDiv(threads, setting.groupSize());
    long least = Math.min(Math.ceilDiv(scan.count(), setting.groupSize()), enough());
    return Math.toIntExact(Math.max(wanted, least));
  }

  /** Groups side by side, each with its midstates. */
  public int columns(Scan.Versions scan) {
    return Math.ceilDiv(scan.count(), setting.groupSize());
  }

  /** How many nonces a group goes through. */
  public int noncesPerGroup(Scan.Versions scan) {
    long spread = Math.ceilDiv(scan.nonces() * columns(scan), enough());
    long fewest = Math.ceilDiv(scan.nonces(), MOST_ROWS);
    return Math.toIntExact(Math.max(fewest, Math.clamp(spread, 1, setting.perThread())));
  }

  /** Groups one below the other, each with its nonces. */
  public int rows(Scan.Versions scan) {
    return Math.toIntExact(Math.ceilDiv(scan.nonces(), noncesPerGroup(scan)));
  }

  private int enough() {
    return units * GROUPS_PER_UNIT;
  }
}
