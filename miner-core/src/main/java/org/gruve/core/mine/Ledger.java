package org.gruve.core.mine;

import java.util.HashMap;
import java.util.Map;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;

/**
 * Keeps account of every share that was submitted, and of the rate that the accepted ones prove.
 * Confined to one thread for writing; {@link #totals()} may be read from any.
 */
public final class Ledger {
  // A pool that makes up a new reason for every share must not fill the memory.
  private static final int MOST_REASONS = 32;
  private static final String OTHER_REASONS = "other reasons";

  private volatile Totals totals = Totals.EMPTY;

  /** Enters the end of a share. */
  public void record(ShareResult result) {
    totals = totals.plus(result);
  }

  /** The account so far. */
  public Totals totals() {
    return totals;
  }

  /**
   * Counts of shares by how they ended, accepted shares that met their block's target, and the work
   * that accepted shares prove.
   *
   * @param proof what the accepted shares prove
   * @param bestDifficulty the highest difficulty of an accepted share, 0 before the first
   * @param reasons how often a share was refused, by the pool's words; what exceeds 32 different
   *     ones is counted as {@code other reasons}
   */
  public record Totals(
      long accepted,
      long rejected,
      long stale,
      long unanswered,
      long blocks,
      Proof proof,
      double bestDifficulty,
      Map<String, Long> reasons) {
    static final Totals EMPTY = new Totals(0, 0, 0, 0, 0, Proof.NONE, 0, Map.of());

    /** Keeps an immutable copy of the reasons. */
    public Totals {
      reasons = Map.copyOf(reasons);
    }

    /** Sum over accepted shares of the hashes that each needs on average. */
    public double provenHashes() {
      return proof.hashes();
    }

    Totals plus(ShareResult result) {
      return switch (result.outcome()) {
        case ACCEPTED -> plusAccepted(result.share());
        case REJECTED -> plus(1, 0, 0, refusedFor(result.reason()));
        case STALE -> plus(0, 1, 0, refusedFor(result.reason()));
        case UNANSWERED -> plus(0, 0, 1, reasons);
      };
    }

    private Totals plus(int refused, int late, int silent, Map<String, Long> counted) {
      return new Totals(
          accepted,
          rejected + refused,
          stale + late,
          unanswered + silent,
          blocks,
          proof,
          bestDifficulty,
          counted);
    }

    private Totals plusAccepted(Share share) {
      return new Totals(
          accepted + 1,
          rejected,
          stale,
          unanswered,
          blocks + (share.isBlock() ? 1 : 0),
          proof.plus(share.job().shareTarget().expectedHashes()),
          Math.max(bestDifficulty, Difficulty.of(new Target(share.hash().value()))),
          reasons);
    }

    private Map<String, Long> refusedFor(String reason) {
      boolean room = reasons.containsKey(reason) || reasons.size() < MOST_REASONS;
      Map<String, Long> counted = new HashMap<>(reasons);
      counted.merge(room ? reason : OTHER_REASONS, 1L, Long::sum);
      return counted;
    }
  }
}
