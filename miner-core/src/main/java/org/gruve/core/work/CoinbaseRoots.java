package org.gruve.core.work;

import java.security.MessageDigest;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * The merkle roots of a coinbase, one for each extranonce2. What stands before the extranonce2 is
 * hashed once: a coinbase may be 100 KB long, and a root is needed for every slice.
 */
final class CoinbaseRoots {
  private final MerkleSource.Coinbase coinbase;
  private final MessageDigest prefix;
  private final byte[] suffix;

  CoinbaseRoots(MerkleSource.Coinbase coinbase) {
    this.coinbase = coinbase;
    this.prefix = Sha256d.sha256();
    this.prefix.update(coinbase.prefix().toArray());
    this.suffix = coinbase.suffix().toArray();
  }

  /** Any thread may call it: what was absorbed is only ever copied. */
  Hash256 root(Extranonce2 extranonce2) {
    MessageDigest digest = copy(prefix);
    digest.update(extranonce2.bytes());
    digest.update(suffix);
    return MerkleTree.rootFromBranch(Sha256d.finish(digest), coinbase.branch());
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this JDK's SHA-256 cannot be copied", e);
    }
  }
}
