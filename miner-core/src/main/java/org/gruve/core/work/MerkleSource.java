package org.gruve.core.work;

import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** Where a job's merkle roots come from. */
public sealed interface MerkleSource {
  /**
   * A coinbase in parts around the extranonce, and the branch that leads from it to the root, each
   * hash in hashed order. {@code prefix} is coinb1 and extranonce1 together; {@code
   * extranonce2Size} is 0 to 16 bytes.
   */
  record Coinbase(Bytes prefix, int extranonce2Size, Bytes suffix, List<Hash256> branch)
      implements MerkleSource {
    /** Keeps an immutable copy of the branch; refuses an extranonce2 of other sizes. */
    public Coinbase {
      if (extranonce2Size < 0 || extranonce2Size > Extranonce2.MOST_SIZE) {
        throw new IllegalArgumentException(
            "an extranonce2 has 0 to 16 bytes, not " + extranonce2Size);
      }
      branch = List.copyOf(branch);
    }
  }

  /** One root that cannot be changed: header-only channels, and real headers in tests. */
  record Fixed(Hash256 root) implements MerkleSource {}
}
