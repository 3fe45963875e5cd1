package org.gruve.core.work;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.hash.Hash256;

/**
 * A candidate that was hashed again by another implementation and meets the whole share target.
 *
 * @param device the id of the device that found it
 */
public record Share(Candidate candidate, BlockHeader header, Hash256 hash, String device) {
  /** The job that it was found for. */
  public Job job() {
    return candidate.work().job();
  }

  /** Whether it is a block, too: it meets the target that its own nBits stand for. */
  public boolean isBlock() {
    return CompactBits.target(header.nbits()).filter(target -> target.isMetBy(hash)).isPresent();
  }
}
