package org.gruve.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Odds;
import org.gruve.core.work.Job;
import org.gruve.pool.Account;
import org.gruve.pool.PoolEvent;

/** Warns of a difficulty at which shares are so rare that a pool takes a miner for dead. */
final class SlowShares {
  private static final double LONGEST_SECONDS = 3600;
  private static final double SECONDS_PER_SHARE = 4;
  private static final double HASHES_PER_DIFFICULTY_1 = 0x1p32;

  private final Map<Account, Target> warned = new HashMap<>();

  /** A warning for a job, once for each difficulty of a pool. */
  Optional<RunEvent.Warning> warning(PoolEvent.NewJob came, double rate) {
    Job job = came.job();
    double seconds = Odds.meanSeconds(job.shareTarget(), rate);
    boolean known = job.shareTarget().equals(warned.put(came.account(), job.shareTarget()));
    if (known || !(seconds > LONGEST_SECONDS) || wantsBlocksOnly(job)) {
      return Optional.empty();
    }
    String fitting = difficulty(rate);
    return Optional.of(
        new RunEvent.Warning(
            "share_time",
            "a share for "
                + came.account().name()
                + " takes "
                + LogTexts.about(seconds)
                + " at your rate",
            "ask for less with --suggest-diff "
                + fitting
                + ", or where the pool reads passwords with -p d="
                + fitting
                + " or -p d=auto, or mine where small miners are welcome"));
  }

  /** One that gives a share each four seconds; pools round what is too fine for them. */
  private static String difficulty(double hashrate) {
    double fitting = Math.max(hashrate * SECONDS_PER_SHARE / HASHES_PER_DIFFICULTY_1, 1e-9);
    BigDecimal short3 = new BigDecimal(fitting).round(new MathContext(3, RoundingMode.HALF_EVEN));
    return (fitting >= 1 ? short3.setScale(0, RoundingMode.HALF_EVEN) : short3.stripTrailingZeros())
        .toPlainString();
  }

  /** A node has no shares, only blocks. */
  private static boolean wantsBlocksOnly(Job job) {
    return CompactBits.target(job.header().nbits())
        .filter(block -> block.equals(job.shareTarget()))
        .isPresent();
  }
}
