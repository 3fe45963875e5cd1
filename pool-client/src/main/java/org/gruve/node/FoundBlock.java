package org.gruve.node;

import java.time.Instant;
import java.util.Optional;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;

/**
 * A block that we found, and where it belongs.
 *
 * @param chain as the node calls it, such as {@code testnet4}
 * @param genesis the first block of that chain
 * @param workId what the node wants to be told with it
 * @param hex the whole block
 */
record FoundBlock(
    BlockHeader header,
    Hash256 hash,
    int height,
    String chain,
    Hash256 genesis,
    Instant found,
    Optional<String> workId,
    String hex) {
  Hash256 parent() {
    return header.prevHash();
  }

  /** For sentences. */
  String name() {
    return "block " + height + " (" + hash.display() + ")";
  }
}
