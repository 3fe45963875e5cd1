package org.gruve.stratum.v1;

import java.math.BigDecimal;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Share;
import org.jspecify.annotations.Nullable;

/** What the pool has set for the jobs to come. */
final class Terms {
  /** Facts 1.6: the difficulty before any set_difficulty is 1. */
  private Difficulty difficulty = new Difficulty(BigDecimal.ONE);

  private Target target = Target.DIFFICULTY_1;

  private @Nullable Extranonce extranonce;
  private @Nullable Extranonce next;
  private boolean rolling;
  private int askedMask;
  private int mask;

  Target target() {
    return target;
  }

  /** The difficulty of {@link #target()}, for people. */
  Difficulty difficulty() {
    return difficulty;
  }

  void difficulty(Difficulty newDifficulty) {
    difficulty = newDifficulty;
    target = newDifficulty.target();
  }

  void target(Target newTarget) {
    difficulty = new Difficulty(BigDecimal.valueOf(Difficulty.of(newTarget)));
    target = newTarget;
  }

  /** The answer to subscribe is the last word: what was set before it is void. */
  void subscribed(Bytes extranonce1, int extranonce2Size) {
    next = null;
    extranonce = new Extranonce(extranonce1, extranonce2Size);
  }

  /** Counts from the next notify on; a size of -1 stands for the size as before. */
  void extranonce(Bytes extranonce1, int extranonce2Size) {
    Extranonce before = next != null ? next : extranonce;
    int size = extranonce2Size < 0 && before != null ? before.extranonce2Size() : extranonce2Size;
    next = new Extranonce(extranonce1, Math.max(0, size));
  }

  /** The extranonce for a notify that has just come; null before the answer to subscribe. */
  @Nullable Extranonce takeExtranonce() {
    if (extranonce != null && next != null) {
      extranonce = next;
      next = null;
    }
    return extranonce;
  }

  /** The extranonce of the jobs so far; null before the answer to subscribe. */
  @Nullable Extranonce extranonce() {
    return extranonce;
  }

  /** Version rolling was granted; what was not asked for is not taken. */
  void granted(int asked, int granted) {
    rolling = true;
    askedMask = asked;
    mask = asked & granted;
  }

  void mask(int newMask) {
    mask = rolling ? askedMask & newMask : 0;
  }

  /** Whether shares carry version bits. */
  boolean rolling() {
    return rolling;
  }

  int mask() {
    return mask;
  }

  /** Whether a share rolled no version bit outside the present mask. */
  boolean allows(Share share) {
    int rolled = share.header().version() ^ share.job().header().version();
    return (rolled & ~mask) == 0;
  }
}
