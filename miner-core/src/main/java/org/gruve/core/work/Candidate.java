package org.gruve.core.work;

import org.gruve.core.block.BlockHeader;

/**
 * A point of a work whose top 32 hash bits, says a device, are at or below those of the share
 * target. It carries its work, so that a late one is never credited to another job.
 */
public record Candidate(Work work, int version, int nonce) {
  /** The 80-byte header it stands for. */
  public BlockHeader header() {
    return work.header(version, nonce);
  }
}
