package org.gruve.stratum.v1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.gruve.core.block.Target;

/**
 * Raises share targets so that the shares that a hash rate is expected to find stay well under the
 * submit rate, whatever difficulty a pool sets.
 */
final class ShareCap {
  /** Half of what may be submitted, so that luck does not reach the cap. */
  private static final double SHARES_PER_SECOND = 25;

  private Target easiest = Target.MAX;

  /** Hashes per second; what is no rate above 0 leaves all as it is. */
  void hashrate(double hashesPerSecond) {
    double hashes = hashesPerSecond / SHARES_PER_SECOND;
    if (hashes > 1 && hashes < 1e70) {
      BigDecimal space = new BigDecimal(BigInteger.ONE.shiftLeft(256));
      BigInteger target =
          space.divide(BigDecimal.valueOf(hashes), 0, RoundingMode.DOWN).toBigInteger();
      easiest = new Target(target.min(Target.MAX.value()));
    }
  }

  Target apply(Target pool) {
    return pool.harder(easiest);
  }
}
