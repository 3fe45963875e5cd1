package org.gruve.core.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
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

  // Rival blocks come within seconds of each other, so a short memory is enough.
  private static final int PARENTS = 64;

  private final Deque<Hash256> parents = new ArrayDeque<>();
  private volatile Totals totals = Totals.EMPTY;

  /** Enters the end of a share. */
  public void record(ShareResult result) {
    boolean accepted = result.outcome() == ShareResult.Outcome.ACCEPTED;
    totals = totals.plus(result, accepted && isNewBlock(result.share()));
  }

  /** Of two blocks on the same parent only one can stay in the chain. */
  private boolean isNewBlock(Share share) {
    Hash256 parent = share.header().prevHash();
    if (!share.isBlock() || parents.contains(parent)) {
      return false;
    }
    parents.addLast(parent);
    if (parents.size() > PARENTS) {
      parents.removeFirst();
    }
    return true;
  }

  /** The account so far. */
  public Totals totals() {
    return totals;
  }

  /**
   * Counts of shares by how they ended, blocks among the accepted, and the work that accepted
   * shares prove.
   *
   * @param blocks accepted shares that met their block's target, one per parent
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

    private Totals plus(ShareResult result, boolean block) {
      return switch (result.outcome()) {
        case ACCEPTED -> plusAccepted(result.share(), block);
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

    private Totals plusAccepted(Share share, boolean block) {
      return new Totals(
          accepted + 1,
          rejected,
          stale,
          unanswered,
          blocks + (block ? 1 : 0),
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
