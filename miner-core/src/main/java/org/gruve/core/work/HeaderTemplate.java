package org.gruve.core.work;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;

/**
 * The fields of a header that a job fixes; {@code version} and {@code time} are where rolling
 * starts.
 */
public record HeaderTemplate(int version, Hash256 prevHash, int time, int nbits) {
  /** The header with the rolled fields filled in. */
  public BlockHeader header(int rolledVersion, Hash256 merkleRoot, int rolledTime, int nonce) {
    return new BlockHeader(rolledVersion, prevHash, merkleRoot, rolledTime, nbits, nonce);
  }
}
