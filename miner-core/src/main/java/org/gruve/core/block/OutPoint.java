package org.gruve.core.block;

import org.gruve.core.hash.Hash256;

/** Names an output: the transaction that made it, and which of its outputs (unsigned). */
public record OutPoint(Hash256 txid, int index) implements Comparable<OutPoint> {
  /** What a coinbase names instead of an output. */
  public static final OutPoint NULL = new OutPoint(Hash256.ZERO, -1);

  /** Whether it names nothing, as in a coinbase. */
  public boolean isNull() {
    return equals(NULL);
  }

  /** By txid, see {@link Hash256#compareTo}, then by index. */
  @Override
  public int compareTo(OutPoint other) {
    int byTxid = txid.compareTo(other.txid);
    return byTxid != 0 ? byTxid : Integer.compareUnsigned(index, other.index);
  }
}
