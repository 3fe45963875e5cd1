package org.gruve.core.mine;

import org.gruve.core.work.ShareResult;

/**
 * Keeps account of every share that was submitted, and of the rate that the accepted ones prove.
 * Confined to one thread for writing; {@link #totals()} may be read from any.
 */
public final class Ledger {

  /** Enters the end of a share. */
  public void record(ShareResult result) {
    throw new UnsupportedOperationException();
  }

  /** The account so far. */
  public Totals totals() {
    throw new UnsupportedOperationException();
  }

  /**
   * Counts of shares by how they ended, accepted shares that met their block's target, and the work
   * that accepted shares prove.
   *
   * @param provenHashes sum over accepted shares of the hashes that each needs on average
   * @param bestDifficulty the highest difficulty of an accepted share
   */
  public record Totals(
      long accepted,
      long rejected,
      long stale,
      long unanswered,
      long blocks,
      double provenHashes,
      double bestDifficulty) {}
}
