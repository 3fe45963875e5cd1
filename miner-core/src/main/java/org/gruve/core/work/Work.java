package org.gruve.core.work;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;

/**
 * A slice of a job for one device: one merkle root, one time, and versions × nonces. {@code nonces}
 * is 1 to 2^32, from {@code firstNonce} (unsigned) upwards, never past 0xffffffff.
 */
public record Work(
    Job job,
    Extranonce2 extranonce2,
    Hash256 merkleRoot,
    int time,
    VersionSlice versions,
    int firstNonce,
    long nonces) {
  /** As many nonces as there are. */
  public static final long ALL_NONCES = 1L << 32;

  /** Refuses an empty nonce range and one that wraps. */
  public Work {
    if (nonces < 1 || Integer.toUnsignedLong(firstNonce) + nonces > ALL_NONCES) {
      throw new IllegalArgumentException(
          nonces + " nonces from " + Integer.toUnsignedString(firstNonce) + " leave 32 bits");
    }
  }

  /** Hashes in the slice: versions × nonces. */
  public long hashes() {
    return versions.count() * nonces;
  }

  /** The full header of one point of the slice. */
  public BlockHeader header(int version, int nonce) {
    return job.header().header(version, merkleRoot, time, nonce);
  }
}
